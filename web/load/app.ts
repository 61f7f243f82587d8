// Pages made by a script of their own (progress, review, exam): loads it, and starts it once the record is open.
// Touches the page's root; when a file does not load, says so there.
import type { LearnerRecord } from '../record/record';
import type { Words } from '../words/words';
import type { Load } from './load';

export type Apps = { [name: string]: ((root: HTMLElement) => void) | undefined };

export function app(root: HTMLElement, load: Load, record: LearnerRecord, words: Words, apps: () => Apps): void {
  const name = root.dataset.app!;
  void Promise.all([load('practice.css'), load('outline.js').then(() => load(`${name}.js`)), record.opened]).then(
    () => apps()[name]!(root),
    () => (root.textContent = words.notLoaded),
  );
}

/** Marks beside links to lessons; without them the page is as good. */
export function marksIn(load: Load): void {
  void Promise.all([load('practice.css'), load('outline.js').then(() => load('progress.js'))]).catch(() => {});
}
