// The search, as a script of its own: loaded when it is first opened. Gives itself to `globalThis.fieldbook`,
// from which it takes what is there already. Touches nothing until it is opened.
import type { Fieldbook } from '../main';
import { findWordsFor } from '../words/find';
import { findDialog } from './dialog';
import { scanner, type Scan, type Section } from './scan';

declare const VERSION: string;

const core = (globalThis as { fieldbook?: Fieldbook }).fieldbook;
// assets/find.js: one folder up is the root of the language.
const root = new URL('..', (document.currentScript as HTMLScriptElement).src);

async function load(): Promise<Scan> {
  await core!.load('search.js');
  return scanner((globalThis as unknown as { fieldbookSearch: { sections: Section[] } }).fieldbookSearch.sections);
}

/** On disk, head.js adds `index.html` to it, as to every link of a page. */
const address = (at: string): string => new URL(at, root).href;

// An older page from a cache must not meet a newer search.
if (core?.version === VERSION) core.find = findDialog(document, findWordsFor(document.documentElement.lang), load, address);
