// The bundle progress.js: marks on any page of a learner who has begun, and the progress page itself.
// Never opens a second record; what is due comes from review.js, which loads only where it is shown.
import type { Fieldbook } from '../main';
import { dayOf } from '../record/entry';
import { en, zh } from '../words/progress';
import { make } from '../page/make';
import { dashboard, nextStep } from './dashboard';
import { marks } from './marks';
import type { Outline } from './outline';
import { stateOf, type State } from './state';

declare const LANGUAGE: string;

const words = LANGUAGE === 'en' ? en : zh;
const { fieldbook: core, fieldbookOutline: outline } = globalThis as unknown as { fieldbook: Fieldbook; fieldbookOutline: Outline };
const { record } = core;

function mark(): void {
  marks(document, outline, stateOf(record.entries(), outline), core.address, words);
}

mark();
record.onChange(mark);

const due = (state: State): number => core.schedule!.dueToday(dayOf(new Date()), state, record.entries(), outline);

// On the home page, what comes next – for those who have begun.
const line = document.querySelector<HTMLElement>('.fb-due');
if (line && record.entries().length) {
  void core.load('review.js').then(() => {
    const state = stateOf(record.entries(), outline);
    const next = nextStep(state, outline, due(state), words);
    if (!next) return;
    line.textContent = `${next.text} `;
    make(line, 'a', 'fb-go', words.go).href = core.address(next.at);
    line.hidden = false;
  }, console.error);
}

core.apps.progress = (root) => {
  void core.load('review.js').then(
    () => dashboard(root, words, { record, outline, address: core.address, clock: () => new Date(), due }),
    () => (root.textContent = core.words.notLoaded),
  );
};
