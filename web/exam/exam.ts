// The exam: draws, asks without marking, one submit, then the result by objective with links, and a record to print.
// Touches its own root, the record (once, at the submit) and the draft. "Saved" is said only after a durable write.
import type { Fieldbook } from '../main';
import { make } from '../page/make';
import { say } from '../page/say';
import type { Body } from '../player/body';
import type { Outline } from '../progress/outline';
import type { Value } from '../record/entry';
import type { Questions } from '../review/questions';
import type { ExamWords } from '../words/exam';
import type { Draft, Drafts } from './draft';
import { draw, type Drawn } from './draw';

export interface Tools {
  readonly core: Fieldbook;
  readonly outline: Outline;
  readonly questions: Questions;
  readonly drafts: Drafts;
  readonly clock: () => Date;
  readonly random: () => number;
}

const COUNTS = [10, 20, 40];
const MINUTE = 60_000;

export function exam(root: HTMLElement, words: ExamWords, { core, outline, questions, drafts, clock, random }: Tools): void {
  const doc = root.ownerDocument;
  const scope = root.dataset.module ?? '';
  const page = doc.defaultView!;
  let tick = 0;
  /** Whether the list of all questions is open: it stays as it is from one question to the next. */
  let listed = false;

  function button(parent: Element, text: string, act: () => void, main = false): HTMLButtonElement {
    const made = make(parent, 'button', '', text);
    made.type = 'button';
    if (main) made.dataset.action = 'check';
    made.addEventListener('click', act);
    return made;
  }

  function fresh(): HTMLElement {
    page.clearInterval(tick);
    root.textContent = '';
    return root;
  }

  async function start(): Promise<void> {
    const old = await drafts.get(scope);
    fresh();
    const all = draw(outline, scope, Infinity, 1).length;
    if (!all) return void make(root, 'p', '', words.none);
    make(root, 'p', '', words.what);
    if (old && old.bank === outline.bank) {
      make(root, 'p', 'fb-notice', words.goOn(Object.keys(old.answers).length, old.count));
      button(make(root, 'p', 'fb-actions'), words.resume, () => void show(old), true);
    } else if (old) make(root, 'p', 'fb-notice', words.changed);
    const form = make(root, 'div', 'fb-exam-choice');
    const number = select(form, words.number, [...COUNTS.filter((count) => count < all), Math.min(all, 60)].map((count) => [String(count), String(count)]));
    const limit = select(form, words.limit, [['0', words.noLimit], ...[15, 30, 60].map((count) => [String(count), words.minutes(count)] as const)]);
    const label = make(form, 'label', '', words.seed);
    const seed = make(label, 'input', '');
    Object.assign(seed, { type: 'number', min: '1', max: '999999', value: String(1 + Math.floor(random() * 999_999)) });
    button(make(root, 'p', 'fb-actions'), old ? words.again : words.start, () => {
      const chosen = Math.min(999_999, Math.max(1, Math.round(Number(seed.value)) || 1));
      const count = draw(outline, scope, Number(number.value), chosen).length;
      const draft: Draft = { scope, seed: chosen, bank: outline.bank, count, began: clock().getTime(), limit: Number(limit.value), at: 0, answers: {}, flags: {} };
      drafts.set(draft);
      void show(draft);
    }, true);
  }

  function select(parent: Element, text: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
    const label = make(parent, 'label', '', text);
    const made = make(label, 'select', '');
    for (const [value, name] of options) make(made, 'option', '', name).value = value;
    return made;
  }

  async function show(draft: Draft): Promise<void> {
    const drawn = draw(outline, scope, draft.count, draft.seed);
    fresh();
    draft.at = Math.min(Math.max(0, draft.at), drawn.length - 1);
    const { page: lesson, question } = drawn[draft.at]!;
    const place = make(root, 'p', 'fb-place', words.at(draft.at + 1, drawn.length));
    place.tabIndex = -1;
    if (draft.limit) timer(draft);
    try {
      const asked = await questions.make(lesson, question.id, root);
      const body = bare(asked);
      body.restore(draft.answers[question.id]);
      const keep = (): void => {
        const value = body.read();
        if (value === undefined) delete draft.answers[question.id];
        else draft.answers[question.id] = value;
        drafts.set(draft);
        paint();
      };
      asked.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
      asked.addEventListener('input', keep);
      // the buttons that move a step act first
      asked.addEventListener('click', () => page.setTimeout(keep));
    } catch {
      // the network is away, or the site was renewed and has it no more: the others can be answered, and the exam handed in
      make(root, 'p', 'fb-notice', words.notLoaded);
      button(make(root, 'p', 'fb-actions'), words.resume, () => void show(draft));
    }
    const mark = make(make(root, 'p', 'fb-flag'), 'label', '');
    const flag = make(mark, 'input', '');
    flag.type = 'checkbox';
    flag.checked = !!draft.flags[question.id];
    mark.append(` ${words.flag}`);
    flag.addEventListener('change', () => {
      draft.flags[question.id] = flag.checked;
      drafts.set(draft);
      paint();
    });
    const go = (at: number): void => {
      draft.at = at;
      drafts.set(draft);
      void show(draft);
    };
    const actions = make(root, 'p', 'fb-actions');
    if (draft.at) button(actions, words.before, () => go(draft.at - 1));
    if (draft.at < drawn.length - 1) button(actions, words.after, () => go(draft.at + 1), true);
    button(actions, words.submit, () => confirm(draft, drawn), draft.at === drawn.length - 1);
    const overview = make(root, 'details', 'fb-overview');
    overview.open = listed;
    overview.addEventListener('toggle', () => (listed = overview.open));
    make(overview, 'summary', '', words.overview);
    const list = make(overview, 'ol', '');
    const cells = drawn.map((each, i) => [each, button(make(list, 'li', ''), String(i + 1), () => go(i))] as const);

    function paint(): void {
      for (const [i, [each, cell]] of cells.entries()) {
        const states = [each.question.id in draft.answers ? words.answered : words.open, ...(draft.flags[each.question.id] ? [words.flagged] : [])];
        cell.textContent = `${i + 1}${each.question.id in draft.answers ? ' ✓' : ''}${draft.flags[each.question.id] ? ' ⚑' : ''}`;
        cell.setAttribute('aria-label', `${i + 1}, ${states.join(', ')}`);
        if (i === draft.at) cell.setAttribute('aria-current', 'step');
      }
    }
    paint();
    place.focus();
  }

  /** The question without its own buttons, feedback and answer. */
  function bare(asked: HTMLElement): Body {
    const body = core.bodies[asked.dataset.type!]!(asked, core.words);
    for (const part of asked.querySelectorAll('.fb-actions, .fb-see, .fb-explain, .fb-why')) part.remove();
    return body;
  }

  function timer(draft: Draft): void {
    const row = make(root, 'p', 'fb-timer');
    const text = make(row, 'span', '');
    const aloud = make(row, 'span', 'fb-offscreen');
    aloud.setAttribute('role', 'status');
    const change = (limit: number): void => {
      draft.limit = limit;
      drafts.set(draft);
      if (!limit) return row.remove();
      paint();
    };
    button(row, words.more, () => change(Math.max(draft.limit, Math.ceil((clock().getTime() - draft.began) / MINUTE)) + 10));
    button(row, words.off, () => change(0));
    function paint(): void {
      const left = draft.limit - Math.floor((clock().getTime() - draft.began) / MINUTE);
      const said = left > 0 ? words.left(left) : words.timeUp;
      if (text.textContent === said) return;
      text.textContent = said;
      // Heard when it matters; every minute it would break into the question being read.
      aloud.textContent = left < 1 || [10, 5, 1].includes(left) ? said : '';
    }
    paint();
    tick = page.setInterval(paint, 10_000);
  }

  function confirm(draft: Draft, drawn: readonly Drawn[]): void {
    if (root.querySelector('.fb-sure')) return;
    const open = drawn.filter(({ question }) => !(question.id in draft.answers)).length;
    const before = root.ownerDocument.activeElement as HTMLElement;
    const sure = make(root, 'div', 'fb-notice fb-sure');
    const text = words.sure(open);
    make(sure, 'p', '', text);
    // The focus goes into it: so the sentence is heard before the button.
    sure.setAttribute('role', 'group');
    sure.setAttribute('aria-label', text);
    const actions = make(sure, 'p', 'fb-actions');
    button(actions, words.submit, () => void submit(draft, drawn), true).focus();
    button(actions, words.back, () => {
      sure.remove();
      before.focus();
    });
  }

  async function submit(draft: Draft, drawn: readonly Drawn[]): Promise<void> {
    const stage = make(root, 'div', 'fb-stage');
    stage.hidden = true;
    const right = new Map<string, boolean>();
    for (const { page: lesson, question } of drawn) {
      const value: Value | undefined = draft.answers[question.id];
      right.set(question.id, false);
      if (value === undefined) continue;
      try {
        const body = bare(await questions.make(lesson, question.id, stage));
        right.set(question.id, body.restore(value) && body.isRight(value));
      } catch {
        stage.remove();
        root.querySelector('.fb-sure')?.remove();
        make(root, 'p', 'fb-notice', words.notLoaded);
        return;
      }
      stage.textContent = '';
    }
    for (const { question } of drawn) {
      const value = draft.answers[question.id];
      if (value !== undefined) core.record.add({ kind: 'answer', item: question.id, v: question.v, value, ok: right.get(question.id)!, where: 'exam' });
    }
    core.record.add({ kind: 'exam', item: scope || 'course', value: { seed: draft.seed, bank: draft.bank, count: drawn.length, answers: draft.answers }, where: 'exam' });
    result(draft, drawn, right);
    const status = root.querySelector('.fb-status')!;
    say(status, words.saving);
    const kept = await core.record.saved();
    if (kept === 'kept') drafts.drop(scope);
    say(status, kept === 'kept' ? words.saved : words.notSaved);
  }

  function result(draft: Draft, drawn: readonly Drawn[], right: ReadonlyMap<string, boolean>): void {
    const used = Math.max(1, Math.round((clock().getTime() - draft.began) / MINUTE));
    fresh();
    const good = [...right.values()].filter(Boolean).length;
    const lead = make(root, 'p', 'fb-lead', words.result(good, drawn.length));
    lead.tabIndex = -1;
    const status = make(root, 'p', 'fb-status', '');
    status.setAttribute('role', 'status');
    make(root, 'h2', '', words.byObjective);
    const list = make(root, 'ul', 'fb-rows');
    const objectives = new Map<string, Drawn[]>();
    for (const each of drawn) {
      const id = each.page.objectives[each.question.o]?.id ?? each.question.id;
      objectives.set(id, [...(objectives.get(id) ?? []), each]);
    }
    for (const [id, asked] of objectives) {
      const { page: lesson } = asked[0]!;
      const hits = asked.filter(({ question }) => right.get(question.id)).length;
      const row = make(list, 'li', '', `${hits === asked.length ? '✓' : '✗'} ${lesson.objectives.find((each) => each.id === id)?.text ?? lesson.title} `);
      make(row, 'span', 'fb-small', words.of(hits, asked.length));
      const missed = asked.find(({ question }) => !right.get(question.id));
      if (!missed) continue;
      row.append(' ');
      make(row, 'a', '', `${words.readAgain} · ${lesson.title}`).href = `${core.address(lesson.at)}#${missed.question.section}`;
    }
    certificate(draft, good, drawn.length, used);
    button(make(root, 'p', 'fb-actions'), words.again, start);
    lead.focus();
  }

  function certificate(draft: Draft, good: number, all: number, used: number): void {
    const paper = make(root, 'section', 'fb-certificate');
    paper.id = 'exam-record';
    make(paper, 'h2', '', words.certificate);
    const label = make(paper, 'label', '', `${words.name} `);
    const name = make(label, 'input', '');
    Object.assign(name, { type: 'text', maxLength: 60, autocomplete: 'name' });
    const facts = make(paper, 'ul', '');
    const title = outline.modules.find(({ id }) => id === scope)?.title ?? words.whole;
    const now = clock();
    for (const fact of [
      title,
      words.result(good, all),
      `${words.date} ${core.words.date(now.getFullYear(), now.getMonth() + 1, now.getDate())}`,
      `${words.time} ${words.minutes(used)}`,
      words.versions(draft.bank, draft.seed),
      words.self,
    ]) {
      make(facts, 'li', '', fact);
    }
    button(make(root, 'p', 'fb-actions'), words.print, () => core.printAlone(paper));
  }

  void start();
}
