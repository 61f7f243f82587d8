// The bundle links.js: copying, the panel of a link mark, and the QR code of a page.
import type { Fieldbook } from '../main';
import { en, zh } from '../words/links';
import { copy, type Copied } from './copy';
import { panel } from './panel';
import { qr } from './qr';
import { targetOf } from './target';

declare const LANGUAGE: string;

const { fieldbook } = globalThis as unknown as { fieldbook: Fieldbook };
const words = LANGUAGE === 'en' ? en : zh;

const links = {
  copy: (what: Copied, near: HTMLElement, status: Element): Promise<void> => copy(what, near, status, words),
  open: (mark: HTMLElement): void => panel(mark, targetOf(mark, fieldbook.address), words),
  qr: (doc: Document): Element => {
    const { url, title } = targetOf(doc.querySelector('h1')!, fieldbook.address);
    return qr(url, words.qrOf(title), doc);
  },
};
export type Links = typeof links;

fieldbook.links = links;
