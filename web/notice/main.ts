// The bundle notice.js: loaded when there is something to say.
import type { Fieldbook } from '../main';
import { en, zh } from '../words/notice';
import { notice } from './notice';

declare const LANGUAGE: string;

const { record } = (globalThis as unknown as { fieldbook: Fieldbook }).fieldbook;
notice(document, record, LANGUAGE === 'en' ? en : zh);
