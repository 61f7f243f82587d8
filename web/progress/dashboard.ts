// The progress page: one sentence that says what to do next, then modules, paths, gaps, checklists and the record.
// Touches its own root, the record (import, reset), and a file the learner chooses.
import { forget } from '../find/recent';
import { make } from '../page/make';
import { say } from '../page/say';
import type { LearnerRecord } from '../record/record';
import type { ProgressWords } from '../words/progress';
import { exported, imported, MOST } from './file';
import type { Outline, OutlinePage } from './outline';
import { isFirm, minutesLeft, stateOf, type State } from './state';

export interface Surroundings {
  readonly record: LearnerRecord;
  readonly outline: Outline;
  readonly address: (at: string) => string;
  readonly clock: () => Date;
  /** How many objectives are due today, at most as many as the learner takes a day. */
  readonly due: (state: State) => number;
}

export interface Next {
  readonly text: string;
  readonly at: string;
}

/** Review before new things, a check begun before another lesson, the path in use before the rest. */
export function nextStep(state: State, outline: Outline, due: number, words: ProgressWords): Next | undefined {
  if (due) return { text: words.toReview(due), at: 'practice/review/' };
  const page = (id: string): OutlinePage | undefined => outline.pages.find((each) => each.id === id);
  const done = (id: string): boolean => !!state.pages.get(id)?.checked;
  const begun = outline.pages.find(({ id, questions }) => {
    const { answered } = state.pages.get(id)!;
    return answered > 0 && answered < questions.length;
  });
  if (begun) return { text: words.toFinish(begun.title, begun.questions.length - state.pages.get(begun.id)!.answered), at: `${begun.at}#check` };
  const anything = outline.pages.some(({ id }) => state.pages.get(id)!.read);
  const inUse = outline.paths.filter(({ steps }) => steps.some(done) && !steps.every(done));
  const path = inUse[inUse.length - 1] ?? (anything ? undefined : outline.paths[0]);
  const step = path?.steps.find((id) => !done(id));
  const target = step && page(step);
  if (path && target) {
    const text = anything ? words.toPath(path.title, path.steps.indexOf(step) + 1, path.steps.length, target.title) : words.toBegin(path.title, target.title);
    return { text, at: target.at };
  }
  const rest = outline.pages.find(({ id }) => !done(id));
  return rest && { text: words.toRead(rest.title), at: rest.at };
}

export function dashboard(root: HTMLElement, words: ProgressWords, { record, outline, address, clock, due }: Surroundings): void {
  const doc = root.ownerDocument;

  function link(parent: Element, text: string, at: string, className = ''): void {
    make(parent, 'a', className, text).href = address(at);
  }

  function bar(parent: Element, name: string, at: string, done: number, all: number, text: string): void {
    const row = make(parent, 'li', 'fb-bar');
    link(row, name, at);
    const progress = make(row, 'progress', '');
    Object.assign(progress, { max: all, value: done });
    progress.setAttribute('aria-label', name);
    make(row, 'span', 'fb-small', text);
  }

  function section(title: string): HTMLElement {
    make(root, 'h2', '', title);
    return make(root, 'ul', 'fb-rows');
  }

  function show(): void {
    root.textContent = '';
    const state = stateOf(record.entries(), outline);
    const next = nextStep(state, outline, due(state), words);
    const lead = make(root, 'p', 'fb-lead', next?.text ?? words.allDone);
    if (next) {
      lead.append(' ');
      link(lead, words.go, next.at, 'fb-go');
    }
    const done = (ids: readonly string[]): number => ids.filter((id) => state.pages.get(id)?.checked).length;

    const modules = section(words.modules);
    for (const { id, title, at } of outline.modules) {
      const pages = outline.pages.filter(({ module }) => module === id);
      const checked = done(pages.map((page) => page.id));
      bar(modules, title, at, checked, pages.length, words.module(checked, pages.length, minutesLeft(pages, state)));
    }
    if (outline.paths.length) {
      const paths = section(words.paths);
      for (const { title, at, steps } of outline.paths) bar(paths, title, at, done(steps), steps.length, words.path(done(steps), steps.length));
    }

    const gaps = section(words.gaps);
    let firm = 0;
    for (const page of outline.pages) {
      for (const [o, { id, text }] of page.objectives.entries()) {
        const answers = state.answers.get(id) ?? [];
        if (isFirm(answers)) firm++;
        const latest = answers[answers.length - 1];
        if (!latest || latest.ok) continue;
        const row = make(gaps, 'li', '', `${text} `);
        const question = page.questions.find((each) => each.id === latest.item) ?? page.questions.find((each) => each.o === o);
        link(row, page.title, `${page.at}#${question?.section ?? ''}`);
      }
    }
    if (!gaps.children.length) make(gaps, 'li', 'fb-small', words.noGaps);
    const all = outline.pages.reduce((sum, { objectives }) => sum + objectives.length, 0);
    make(root, 'p', 'fb-small', firm ? words.strength(firm, all) : words.noStrengths);

    const lists = section(words.checklists);
    for (const page of outline.pages) {
      for (const { id, title, items } of page.checklists) {
        const ticked = state.ticked.get(id);
        if (!ticked) continue;
        const row = make(lists, 'li', '');
        link(row, title, `${page.at}#${id}`);
        make(row, 'span', 'fb-small', ` ${words.ticked(ticked, items.length)}`);
      }
    }
    if (!lists.children.length) make(lists, 'li', 'fb-small', words.noChecklists);
    own();
  }

  function own(): void {
    make(root, 'h2', '', words.record).id = 'record';
    const aside = record.aside();
    make(root, 'p', '', words.recordIs(record.entries().length) + (aside.length ? ` ${words.asideIs(aside.length)}` : ''));
    const actions = make(root, 'p', 'fb-actions');
    const status = make(root, 'p', 'fb-status', '');
    status.setAttribute('role', 'status');
    const button = (parent: Element, text: string, act: () => void): HTMLButtonElement => {
      const made = make(parent, 'button', '', text);
      made.type = 'button';
      made.addEventListener('click', act);
      return made;
    };
    button(actions, words.exportIt, save);
    const file = make(root, 'input', 'fb-offscreen');
    Object.assign(file, { type: 'file', accept: '.json,application/json', tabIndex: -1 });
    file.setAttribute('aria-label', words.importIt);
    file.addEventListener('change', () => file.files?.[0] && void bring(file.files[0]));
    button(actions, words.importIt, () => file.click());
    const clear = button(actions, words.resetIt, () => {
      if (root.querySelector('.fb-sure')) return;
      const sure = make(root, 'div', 'fb-notice fb-sure');
      make(sure, 'p', '', words.sure);
      // The focus goes into it: so the sentence is heard before the button.
      sure.setAttribute('role', 'group');
      sure.setAttribute('aria-label', words.sure);
      const choice = make(sure, 'p', 'fb-actions');
      button(choice, words.exportFirst, save).focus();
      button(choice, words.reallyReset, () => {
        record.add({ kind: 'reset', item: '*' });
        forget(() => doc.defaultView!.localStorage);
        show();
        say(root.querySelector('.fb-status')!, words.wasReset);
      });
      button(choice, words.cancel, () => {
        sure.remove();
        clear.focus();
      });
    });
  }

  function save(): void {
    const now = clock();
    const text = exported(record.entries(), record.aside(), now);
    const page = doc.defaultView!;
    const href = page.URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const anchor = make(root, 'a', 'fb-offscreen');
    Object.assign(anchor, { href, download: `${words.file} ${now.toISOString().slice(0, 10)}.json` });
    anchor.click();
    anchor.remove();
    page.setTimeout(() => page.URL.revokeObjectURL(href), 60_000);
  }

  async function bring(file: File): Promise<void> {
    const tell = (text: string): void => say(root.querySelector('.fb-status')!, text);
    if (file.size > MOST) return tell(words.tooBig);
    const found = imported(await file.text());
    if (found.problem) return tell(words[found.problem]);
    const fresh = record.take(found.entries);
    const kept = await record.saved();
    show();
    const said = [words.imported(fresh, found.entries.length + found.unreadable)];
    if (found.unreadable) said.push(words.some(found.unreadable));
    if (kept !== 'kept') said.push(words.notKept);
    tell(said.join(' '));
  }

  show();
}
