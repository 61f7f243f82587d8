// The page of the item analysis: takes files, or the invented class, and shows what the first answers say.
// Touches its own root and the files a trainer gives it. Nothing is kept and nothing is sent; names of files and stored
// values are shown as text.
import { make } from '../page/make';
import { say } from '../page/say';
import type { Outline, OutlinePage } from '../progress/outline';
import type { Entry } from '../record/entry';
import type { AnalysisWords } from '../words/analysis';
import { learnersOf, readRecord } from './read';
import { sampleClass } from './sample';
import { analyse, FEW, firstAnswers, isIdle, worstFirst, type Analysis, type Figures, type Group, type Item } from './statistics';

export interface Tools {
  readonly outline: Outline;
  readonly address: (at: string) => string;
  /** Loads the questions, once somebody has given something to read. */
  readonly bank: () => Promise<readonly Item[]>;
  readonly notLoaded: string;
}

/** How many flagged questions stand open. */
const FIRST = 12;

export function analysis(root: HTMLElement, words: AnalysisWords, { outline, address, bank, notLoaded }: Tools): void {
  const page = new Map(outline.pages.map((each) => [each.id, each]));
  let records: (readonly Entry[])[] = [];
  let invented = false;
  let queue = Promise.resolve();

  root.textContent = '';
  const zone = make(root, 'label', 'fb-drop', words.choose);
  const input = make(zone, 'input', 'fb-offscreen');
  Object.assign(input, { type: 'file', multiple: true, accept: '.json,application/json' });
  const actions = make(root, 'p', 'fb-actions');
  button(words.sample, () => {
    forget();
    invented = true;
    void bank().then((items) => (records = [...sampleClass(items)])).then(show, failed);
  });
  button(words.clear, () => {
    forget();
    say(status, '');
    input.focus();
  });
  const status = make(root, 'p', 'fb-status');
  status.setAttribute('role', 'status');
  const told = make(root, 'ul', '');
  const result = make(root, 'div', 'fb-result');

  input.addEventListener('change', () => {
    take([...input.files!]);
    // the same file may be chosen again
    input.value = '';
  });
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...event.dataTransfer!.files]);
  });

  function button(text: string, act: () => void): void {
    const made = make(actions, 'button', '', text);
    made.type = 'button';
    made.addEventListener('click', () => (queue = queue.then(act)));
  }

  function forget(): void {
    records = [];
    invented = false;
    told.textContent = result.textContent = '';
  }

  function failed(): void {
    say(status, notLoaded);
  }

  /** What was there stays: a trainer may bring a class in several goes. */
  function take(files: readonly File[]): void {
    queue = queue.then(async () => {
      if (invented) forget();
      say(status, words.reading);
      for (const file of files) {
        const { entries, problem, unreadable } = await readRecord(file);
        if (entries.length) records.push(entries);
        if (problem || unreadable) make(told, 'li', '', `${file.name}: ${problem ? words[problem] : words.some(unreadable)}`);
      }
      await bank().then(show, failed);
    });
  }

  function link(parent: Element, text: string, at: string): void {
    make(parent, 'a', '', text).href = address(at);
  }

  function share(part: number, all: number): string {
    return `${Math.round((100 * part) / all)}%`;
  }
}
