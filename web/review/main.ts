// The bundle review.js: the review page.
import type { Fieldbook } from '../main';
import type { Outline } from '../progress/outline';
import { en, zh } from '../words/review';
import { questionsOf } from './questions';
import { review } from './review';

declare const LANGUAGE: string;

const { fieldbook: core, fieldbookOutline: outline } = globalThis as unknown as { fieldbook: Fieldbook; fieldbookOutline: Outline };

core.apps.review = (root) => {
  void core.load('schedule.js').then(
    () =>
      review(root, LANGUAGE === 'en' ? en : zh, {
        core,
        outline,
        questions: questionsOf(core.load, core.address, globalThis),
        address: core.address,
        clock: () => new Date(),
        schedule: core.schedule!,
      }),
    () => (root.textContent = core.words.notLoaded),
  );
};
