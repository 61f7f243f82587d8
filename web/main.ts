// Wires the widgets of a page to the record, and shares both as `globalThis.fieldbook`.
// Touches what its rooms touch. Holds no logic of its own; a widget that fails is left readable and
// reported in the console, and does not stop the others.
import { checklist } from './checklist/checklist';
import { loader } from './load/load';
import { searchButton, type Find } from './load/search';
import { notice } from './notice/notice';
import { make } from './page/make';
import { say } from './page/say';
import { play } from './player/frame';
import { openInBrowser } from './record/browser';
import { sheets } from './sheet/sheet';
import { terms } from './terms/terms';
import { wordsFor } from './words/words';

declare const VERSION: string;

const load = loader(document, (document.currentScript as HTMLScriptElement).src);
const words = wordsFor(document.documentElement.lang);
const record = openInBrowser(window);

function each(selector: string, start: (root: HTMLElement) => void): void {
  for (const root of document.querySelectorAll<HTMLElement>(selector)) {
    try {
      start(root);
    } catch (error) {
      // Without a state, the style sheet shows the explanation.
      delete root.dataset.state;
      console.error(root.id, error);
    }
  }
}

sheets(document, words);
each('[data-question]', (root) => play(root, record, words));
each('[data-checklist]', (root) => checklist(root, record, words));
notice(document, record, words);
terms(document, words);
searchButton(document, words, load, () => fieldbook.find);

// Last: that it is there tells head.js that everything started.
export const fieldbook = { version: VERSION, record, play, words, make, say, load, find: undefined as Find | undefined };
export type Fieldbook = typeof fieldbook;
(globalThis as { fieldbook?: Fieldbook }).fieldbook = fieldbook;
