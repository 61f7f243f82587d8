// The search, as a script of its own: loaded when it is first opened. Gives itself to `globalThis.fieldbook`,
// from which it takes what is there already. Touches nothing until it is opened.
import type { Fieldbook } from '../main';
import { en, zh } from '../words/find';
import { findDialog } from './dialog';
import { scanner, type Scan, type Section } from './scan';

declare const VERSION: string;
declare const LANGUAGE: string;

const core = (globalThis as { fieldbook?: Fieldbook }).fieldbook;

async function load(): Promise<Scan> {
  await core!.load('search.js');
  return scanner((globalThis as unknown as { fieldbookSearch: { sections: Section[] } }).fieldbookSearch.sections);
}

// An older page from a cache must not meet a newer search.
// (On disk, head.js adds `index.html` to an address, as to every link of a page.)
if (core?.version === VERSION) core.find = findDialog(document, LANGUAGE === 'en' ? en : zh, load, core.address);
