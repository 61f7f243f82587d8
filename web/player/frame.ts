// The frame of a question: check, retry, status, explanation, and the last answer from the record.
// Touches its question and the record. Never marks on `submit`: a sandboxed frame blocks that before
// the event. Never disturbs an open question: answers given elsewhere show after a reload.
import { dayText } from '../page/date';
import { make, textOf } from '../page/make';
import { say } from '../page/say';
import type { Value, Where } from '../record/entry';
import type { LearnerRecord } from '../record/record';
import type { Words } from '../words/words';
import { blank } from './blank';
import type { Body } from './body';
import { choice } from './choice';
import { match } from './match';
import { order } from './order';

/** The body of each type; the exam shows it without this frame. */
export const bodies: { [type: string]: (root: HTMLElement, words: Words) => Body } = {
  single: choice,
  multiple: choice,
  blank,
  order,
  match,
};

export function play(root: HTMLElement, record: LearnerRecord, words: Words, where: Where = 'lesson'): void {
  const item = root.dataset.question!;
  const v = Number(root.dataset.v ?? 1);
  const form = root.querySelector('form')!;
  const fieldset = root.querySelector('fieldset')!;
  const actions = root.querySelector<HTMLElement>('.fb-actions')!;
  const check = root.querySelector<HTMLElement>('[data-action=check]')!;
  const retry = root.querySelector<HTMLElement>('[data-action=retry]')!;
  const status = root.querySelector('.fb-status')!;
  const details = root.querySelector('details');
  const body = bodies[root.dataset.type!]!(root, words);

  function settle(ok: boolean): void {
    root.dataset.state = ok ? 'right' : 'wrong';
    fieldset.disabled = true;
    check.hidden = true;
    retry.hidden = false;
  }

  function mark(): void {
    if (root.dataset.state !== 'open') return;
    const value = body.read();
    if (value === undefined) return say(status, words.answerFirst);
    const ok = body.isRight(value);
    record.add({ kind: 'answer', item, v, value, ok, where });
    const { count, more = [] } = body.show(value, ok);
    settle(ok);
    if (details) details.open = true;
    // Else the focus, on a button now hidden, falls to the body.
    retry.focus();
    const explained = [...(details?.querySelectorAll(':scope > :not(summary):not(.fb-key)') ?? [])].map(textOf);
    const outcome = ok ? words.right : words.wrong;
    // An explanation may be the key's own feedback: once is enough.
    const heard = new Set([...more, ...explained].filter(Boolean));
    say(status, words.join(count ? [outcome, count] : [outcome]), words.join([...heard]));
    root.dispatchEvent(new CustomEvent('fb-answered', { detail: { ok } }));
  }

  function reopen(): void {
    body.clear();
    root.dataset.state = 'open';
    fieldset.disabled = false;
    check.hidden = false;
    retry.hidden = true;
    if (details) details.open = false;
    root.querySelector('.fb-last')?.remove();
    say(status, '');
  }

  /** The last answer, as it was marked: a word accepted in one language is not in the other's list. */
  function recall(): void {
    const answer = record.last('answer', item, { v });
    if (!answer || !body.restore(answer.value)) return;
    body.show(answer.value as Value, answer.ok!);
    settle(answer.ok!);
    const note = make(form, 'p', 'fb-last', words.lastTime(dayText(answer.day, words), answer.ok!));
    actions.before(note);
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  check.addEventListener('click', mark);
  retry.addEventListener('click', () => {
    reopen();
    body.first().focus();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const target = event.target as HTMLElement;
    // A held key must not run on from the button that marks to the one that clears.
    if (target.dataset.action && event.repeat) event.preventDefault();
    // Enter that takes a word from an input method (229 where the flag comes too late) is not an answer.
    if (target.localName !== 'input' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!event.repeat) mark();
  });
  // "Please answer first" has been heeded.
  fieldset.addEventListener('input', () => say(status, ''));

  // A browser may bring back what stood in the fields; what counts is the record.
  reopen();
  if (where !== 'review') {
    recall();
    // What the storage held arrives a moment later; whoever has begun to answer is left alone.
    void record.opened.then(() => root.dataset.state === 'open' && body.read() === undefined && recall());
  }
  actions.hidden = false;
}
