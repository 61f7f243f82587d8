// What a learner has done, computed from the log and the outline alone: per question, objective, page and list.
// Pure: touches nothing, keeps nothing. Entries of unknown ids are passed over; they stay in the log.
import type { Entry } from '../record/entry';
import type { Outline, OutlinePage } from './outline';

export type Level = 'remember' | 'understand' | 'apply' | 'analyse';

export interface Answer {
  readonly day: number;
  readonly ok: boolean;
  readonly item: string;
}

export interface PageState {
  /** Its check has come into view. */
  readonly read: boolean;
  readonly answered: number;
  /** Every question answered once. */
  readonly checked: boolean;
  /** The last answers to every objective right, on two different days. */
  readonly mastered: boolean;
}

export interface State {
  readonly pages: ReadonlyMap<string, PageState>;
  /** By objective, oldest first; what a reset hides or an older version answered does not count. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** By question. */
  readonly last: ReadonlyMap<string, Answer>;
  /** By checklist: how many of its items are ticked. */
  readonly ticked: ReadonlyMap<string, number>;
}

export function stateOf(log: readonly Entry[], outline: Outline): State {
  const objectiveOf = new Map<string, string>();
  const versionOf = new Map<string, number>();
  for (const page of outline.pages) {
    for (const { id, v, o } of page.questions) {
      versionOf.set(id, v);
      objectiveOf.set(id, page.objectives[o]?.id ?? '');
    }
  }
  const read = new Set<string>();
  const ticks = new Map<string, boolean>();
  const listOf = new Map(outline.pages.flatMap(({ checklists }) => checklists.flatMap(({ id, items }) => items.map((item) => [item, id] as const))));
  let answers: Answer[] = [];
  for (const { kind, item, v, value, ok, day } of log) {
    if (kind === 'read') read.add(item);
    else if (kind === 'tick') ticks.set(item, value === true);
    else if (kind === 'answer' && v >= (versionOf.get(item) ?? Infinity)) answers.push({ day, ok: ok === true, item });
    else if (kind === 'reset') {
      if (item === '*') {
        answers = [];
        read.clear();
        ticks.clear();
      } else {
        answers = answers.filter((answer) => answer.item !== item);
        for (const tick of [...ticks.keys()]) if (tick === item || listOf.get(tick) === item) ticks.delete(tick);
      }
    }
  }
  const byObjective = new Map<string, Answer[]>();
  const last = new Map<string, Answer>();
  for (const answer of answers) {
    last.set(answer.item, answer);
    const objective = objectiveOf.get(answer.item)!;
    byObjective.set(objective, [...(byObjective.get(objective) ?? []), answer]);
  }
  const ticked = new Map<string, number>();
  for (const [item, on] of ticks) {
    const list = listOf.get(item);
    if (on && list) ticked.set(list, (ticked.get(list) ?? 0) + 1);
  }
  return {
    pages: new Map(outline.pages.map((page) => [page.id, pageState(page, read.has(page.id), byObjective, last)])),
    answers: byObjective,
    last,
    ticked,
  };
}

function pageState(page: OutlinePage, read: boolean, answers: ReadonlyMap<string, readonly Answer[]>, last: ReadonlyMap<string, Answer>): PageState {
  const answered = page.questions.filter(({ id }) => last.has(id)).length;
  const asked = page.objectives.filter((_, o) => page.questions.some((question) => question.o === o));
  return {
    read: read || answered > 0,
    answered,
    checked: answered > 0 && answered === page.questions.length,
    mastered: asked.length > 0 && asked.every(({ id }) => isFirm(answers.get(id) ?? [])),
  };
}

/** Right since the last wrong answer, on two different days. */
export function isFirm(answers: readonly Answer[]): boolean {
  const since = answers.slice(answers.map(({ ok }) => ok).lastIndexOf(false) + 1);
  return new Set(since.map(({ day }) => day)).size > 1;
}

/** Minutes of the pages whose check is still to do. */
export function minutesLeft(pages: readonly OutlinePage[], state: State): number {
  return pages.filter(({ id }) => !state.pages.get(id)?.checked).reduce((sum, { minutes }) => sum + minutes, 0);
}
