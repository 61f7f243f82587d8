// The bundle sheet.js: gives the page's script what it loaded.
import type { Fieldbook } from '../main';
import { en, zh } from '../words/sheet';
import { sheetIn } from './sheet';

declare const LANGUAGE: string;

const { fieldbook } = globalThis as unknown as { fieldbook: Fieldbook };

fieldbook.sheet = sheetIn(LANGUAGE === 'en' ? en : zh, (doc) => fieldbook.links!.qr(doc));
