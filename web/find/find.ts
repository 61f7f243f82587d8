// The search, as a script of its own: loaded when it is first opened. Gives itself to `globalThis.fieldbook`,
// from which it takes what is there already. Touches nothing until it is opened.
import type { Fieldbook } from '../main';
import { en, zh } from '../words/find';
import { findDialog } from './dialog';
import { recent } from './recent';
import { scanner, type Names, type Scan, type Texts } from './scan';

declare const VERSION: string;
declare const LANGUAGE: string;

const core = (globalThis as { fieldbook?: Fieldbook }).fieldbook;
const built = globalThis as unknown as { fieldbookNames: Names; fieldbookTexts: Texts };

/** Titles and headings come first and answer at once; then the texts, twenty times as much. */
async function load(ready: (scan: Scan, whole: boolean) => void): Promise<void> {
  await core!.load('search-names.js');
  ready(scanner(built.fieldbookNames), false);
  await core!.load('search-texts.js');
  const whole = scanner(built.fieldbookNames, built.fieldbookTexts);
  ready(whole, true);
  // The first slip would wait for the list of all words: made when nobody waits.
  setTimeout(() => whole('xqzxq'), 500);
}

// An older page from a cache must not meet a newer search.
// (On disk, head.js adds `index.html` to an address, as to every link of a page.)
if (core?.version === VERSION) {
  core.find = findDialog(document, LANGUAGE === 'en' ? en : zh, { load, address: core.address, recent: recent(() => localStorage) });
}
