// The bundle analysis.js: the item analysis, for trainers. Loads its own style sheet, which no learner's page needs,
// and the questions when there is something to count.
import type { Fieldbook } from '../main';
import type { Outline } from '../progress/outline';
import { en, zh } from '../words/analysis';
import { analysis } from './analysis';
import type { Item } from './statistics';

declare const LANGUAGE: string;

const host = globalThis as unknown as { fieldbook: Fieldbook; fieldbookOutline: Outline; fieldbookBank: { readonly questions: readonly Item[] } };
const { load, address, apps, words } = host.fieldbook;

const lessons = host.fieldbookOutline.pages.map(({ id }) => id);
const byLesson = (a: Item, b: Item): number => lessons.indexOf(a.page) - lessons.indexOf(b.page);

apps.analysis = (root) => {
  const start = (): void =>
    analysis(root, LANGUAGE === 'en' ? en : zh, {
      outline: host.fieldbookOutline,
      address,
      bank: () => load('bank.js').then(() => [...host.fieldbookBank.questions].sort(byLesson)),
      notLoaded: words.notLoaded,
    });
  // without its styles it is as useful
  void load('analysis.css').then(start, start);
};
