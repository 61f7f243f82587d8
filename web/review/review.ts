// The review: what is due today, one question at a time; a wrong answer comes back in the same sitting.
// Touches its own root and the record. Shows a question only as the build wrote it.
import type { Fieldbook } from '../main';
import { make } from '../page/make';
import { dayOf } from '../record/entry';
import type { Outline } from '../progress/outline';
import { stateOf } from '../progress/state';
import type { ReviewWords } from '../words/review';
import type { Schedule } from './due';
import type { Picked } from './pick';
import type { Questions } from './questions';

export interface Tools {
  readonly core: Fieldbook;
  readonly outline: Outline;
  readonly questions: Questions;
  /** Address of a page of this language. */
  readonly address: (at: string) => string;
  readonly clock: () => Date;
  readonly schedule: Schedule;
}

export function review(root: HTMLElement, words: ReviewWords, tools: Tools): void {
  const { core, outline, address, questions, clock, schedule } = tools;
  const { dueOn, mistakes, pick, planOf, reviewedOn, settings } = schedule;
  const onlyWrong = new URL(root.ownerDocument.location.href).searchParams.get('only') === 'wrong';

  function start(): void {
    root.textContent = '';
    const log = core.record.entries();
    const state = stateOf(log, outline);
    const today = dayOf(clock());
    const due = dueOn(today, state, outline);
    const done = reviewedOn(today, log, outline);
    const queue = onlyWrong ? mistakes(state, outline) : pick(due, settings.get() - done, state);
    const waiting = due.length - queue.length;
    const line = make(root, 'p', 'fb-lead');
    if (onlyWrong) line.textContent = queue.length ? words.mistakes(queue.length) : words.noMistakes;
    else if (queue.length) line.textContent = words.due(queue.length, waiting);
    else if (due.length) line.textContent = words.doneForToday(waiting);
    else {
      const next = Math.min(...outline.pages.flatMap(({ objectives }) => objectives.map(({ id }) => planOf(state.answers.get(id) ?? [])?.due ?? Infinity)));
      line.textContent = next === Infinity ? words.nothingYet : words.nothingDue(next - today);
    }
    const actions = make(root, 'p', 'fb-actions');
    if (queue.length) {
      const begin = make(actions, 'button', '', words.start);
      begin.dataset.action = 'check';
      begin.addEventListener('click', () => ask(queue));
    }
    const other = make(actions, 'a', 'fb-go', onlyWrong ? words.toReview : words.toMistakes);
    other.href = onlyWrong ? '?' : '?only=wrong';
    if (!onlyWrong) daily();
  }

  function daily(): void {
    const row = make(root, 'p', 'fb-daily');
    const label = make(row, 'label', '', `${words.most} `);
    const field = make(label, 'input', '');
    Object.assign(field, { type: 'number', min: '3', max: '20', value: String(settings.get()) });
    label.append(` ${words.unit}`);
    field.addEventListener('change', () => {
      settings.set(Number(field.value));
      start();
    });
  }

  /** First tries are counted; what was wrong goes to the end of the queue until it is right. */
  function ask(first: readonly Picked[]): void {
    const queue = first.map((picked) => ({ picked, again: false }));
    const wrong = new Map<string, Picked>();
    let at = 0;

    async function show(): Promise<void> {
      const turn = queue[at];
      root.textContent = '';
      if (!turn) return end();
      const { picked, again } = turn;
      const place = make(root, 'p', 'fb-place', `${words.at(at + 1, queue.length)}${again ? ` · ${words.again}` : ''}`);
      place.tabIndex = -1;
      let question: HTMLElement;
      try {
        question = await questions.make(picked.page, picked.question.id, root);
      } catch {
        make(root, 'p', 'fb-notice', words.notLoaded);
        return;
      }
      question.querySelector('[data-action=retry]')?.classList.add('fb-offscreen');
      core.play(question, core.record, core.words, 'review');
      const source = make(root, 'p', 'fb-small', `${words.from} `);
      const link = make(source, 'a', '', picked.page.title);
      link.href = address(picked.page.at);
      question.addEventListener(
        'fb-answered',
        (event) => {
          const { ok } = (event as CustomEvent<{ ok: boolean }>).detail;
          question.querySelector<HTMLElement>('[data-action=retry]')?.remove();
          if (!ok) {
            wrong.set(picked.question.id, picked);
            queue.push({ picked, again: true });
          }
          at++;
          const next = make(make(root, 'p', 'fb-actions'), 'button', '', at < queue.length ? words.next : words.finish);
          next.dataset.action = 'check';
          next.addEventListener('click', () => void show());
          next.focus();
        },
        { once: true },
      );
      place.focus();
    }

    function end(): void {
      const line = make(root, 'p', 'fb-lead', words.ended(first.length - wrong.size, first.length));
      line.tabIndex = -1;
      if (wrong.size) {
        make(root, 'p', '', words.toRead);
        const list = make(root, 'ul', '');
        for (const { page, question } of wrong.values()) {
          const link = make(make(list, 'li', ''), 'a', '', page.title);
          link.href = `${address(page.at)}#${question.section}`;
        }
      }
      const actions = make(root, 'p', 'fb-actions');
      const back = make(actions, 'button', '', words.toReview);
      back.addEventListener('click', start);
      line.focus();
    }

    void show();
  }

  start();
}
