// The bundle review.js: what is due, and the review page.
import type { Fieldbook } from '../main';
import type { Outline } from '../progress/outline';
import { en, zh } from '../words/review';
import { schedule } from './due';
import { questionsOf } from './questions';
import { review } from './review';

declare const LANGUAGE: string;

const { fieldbook: core, fieldbookOutline: outline } = globalThis as unknown as { fieldbook: Fieldbook; fieldbookOutline: Outline };

core.schedule = schedule;
core.apps.review = (root) =>
  review(root, LANGUAGE === 'en' ? en : zh, {
    core,
    outline,
    questions: questionsOf(core.load, core.address, globalThis),
    address: core.address,
    clock: () => new Date(),
    schedule,
  });
