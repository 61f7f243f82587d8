// The bundle exam.js: the exam of the whole course, and the test of a module.
import type { Fieldbook } from '../main';
import type { Outline } from '../progress/outline';
import { questionsOf } from '../review/questions';
import { en, zh } from '../words/exam';
import { draftsIn } from './draft';
import { exam } from './exam';

declare const LANGUAGE: string;

const { fieldbook: core, fieldbookOutline: outline } = globalThis as unknown as { fieldbook: Fieldbook; fieldbookOutline: Outline };

core.apps.exam = (root) =>
  exam(root, LANGUAGE === 'en' ? en : zh, {
    core,
    outline,
    questions: questionsOf(core.load, core.address, globalThis),
    drafts: draftsIn(() => localStorage, () => indexedDB),
    clock: () => new Date(),
    random: Math.random,
  });
