// Wires the widgets of a page to the record, and shares both as `globalThis.fieldbook`.
// Touches what its rooms touch. Holds no logic of its own; a widget that fails is left readable and
// reported in the console, and does not stop the others.
import { checklist } from './checklist/checklist';
import { app, marksIn, type Apps } from './load/app';
import { linkMarks } from './load/links';
import { loader } from './load/load';
import { searchButton, type Find } from './load/search';
import type { Links } from './links/main';
import { make, textOf } from './page/make';
import { menu } from './page/menu';
import { printAlone } from './page/print';
import { say } from './page/say';
import { inSight } from './page/sight';
import { wide } from './page/wide';
import { reading } from './read/reading';
import { bodies, play } from './player/frame';
import { openInBrowser } from './record/browser';
import type { Schedule } from './review/due';
import { sheets } from './sheet/menu';
import type { Sheet } from './sheet/sheet';
import { terms } from './terms/terms';
import { en, zh } from './words/words';

declare const VERSION: string;
declare const LANGUAGE: string;

const src = (document.currentScript as HTMLScriptElement).src;
const load = loader(document, src);
// assets/fieldbook.js: one folder up is the root of the language
const address = (at: string): string => new URL(at, new URL('..', src)).href;
const words = LANGUAGE === 'en' ? en : zh;
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

/** Nothing is said while all is well. */
function noticed(): void {
  const { kept, untold } = record.health();
  if (kept !== 'kept' || untold) load('notice.js').catch(console.error);
}

const withLinks = linkMarks(document, load, () => fieldbook.links);
sheets(document, load, () => fieldbook.sheet, () => fieldbook.links);
each('[data-question]', (root) => play(root, record, words));
each('[data-checklist]', (root) => checklist(root, record, words, withLinks));
each('[data-app]', (root) => app(root, load, record, words, () => fieldbook.apps));
reading(document, record);
record.onChange(noticed);
terms(document, words);
inSight(document);
each('.fb-menu', menu);
each('.md-typeset__scrollwrap table', wide);
searchButton(document, words, load, () => fieldbook.find);

// Last: that it is there tells head.js that everything started.
export const fieldbook = { version: VERSION, record, play, bodies, words, make, textOf, printAlone, say, load, address, apps: {} as Apps, find: undefined as Find | undefined, sheet: undefined as Sheet | undefined, schedule: undefined as Schedule | undefined, links: undefined as Links | undefined };
export type Fieldbook = typeof fieldbook;
(globalThis as { fieldbook?: Fieldbook }).fieldbook = fieldbook;

// Marks come for those who have begun; a first visit loads nothing for them.
void record.opened.then(() => record.entries().length && marksIn(load));
