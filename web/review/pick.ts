// What to review today, and in which order. Pure: touches nothing.
import type { Entry } from '../record/entry';
import type { Outline, OutlinePage, OutlineQuestion } from '../progress/outline';
import type { State } from '../progress/state';
import { planOf } from './schedule';

export interface Due {
  readonly objective: string;
  readonly page: OutlinePage;
  readonly recall: number;
}

export interface Picked extends Due {
  readonly question: OutlineQuestion;
}

/** Every objective that is due, the most endangered first. */
export function dueOn(day: number, state: State, outline: Outline): Due[] {
  const found: Due[] = [];
  for (const page of outline.pages) {
    for (const { id } of page.objectives) {
      const plan = planOf(state.answers.get(id) ?? []);
      if (plan && plan.due <= day) found.push({ objective: id, page, recall: plan.recall(day) });
    }
  }
  return found.sort((a, b) => a.recall - b.recall || (a.objective < b.objective ? -1 : 1));
}

/** How many objectives were reviewed on a day already. */
export function reviewedOn(day: number, log: readonly Entry[], outline: Outline): number {
  const of = new Map(outline.pages.flatMap((page) => page.questions.map(({ id, o }) => [id, page.objectives[o]?.id] as const)));
  return new Set(log.filter((entry) => entry.kind === 'answer' && entry.where === 'review' && entry.day === day).map(({ item }) => of.get(item))).size;
}

/** Another question of the objective than last time: one never answered, else the one answered longest ago. */
export function questionFor({ objective, page }: Due, state: State): OutlineQuestion | undefined {
  const order = (state.answers.get(objective) ?? []).map(({ item }) => item);
  return page.questions
    .filter(({ o }) => page.objectives[o]?.id === objective)
    .sort((a, b) => order.lastIndexOf(a.id) - order.lastIndexOf(b.id))[0];
}

/** At most `most`, modules mixed; a lesson that is easily taken for the one before comes next to it. */
export function pick(due: readonly Due[], most: number, state: State): Picked[] {
  const waiting = due.slice(0, Math.max(0, most));
  const picked: Picked[] = [];
  while (waiting.length) {
    const before = picked[picked.length - 1]?.page;
    const near = waiting.findIndex(({ page }) => before && page !== before && (before.near.includes(page.id) || page.near.includes(before.id)));
    const other = waiting.findIndex(({ page }) => page.module !== before?.module);
    const next = waiting.splice(near >= 0 ? near : Math.max(other, 0), 1)[0]!;
    const question = questionFor(next, state);
    if (question) picked.push({ ...next, question });
  }
  return picked;
}

/** The questions answered wrong last time: the learner's own book of mistakes. */
export function mistakes(state: State, outline: Outline): Picked[] {
  return outline.pages.flatMap((page) =>
    page.questions
      .filter(({ id }) => state.last.get(id)?.ok === false)
      .map((question) => ({ objective: page.objectives[question.o]?.id ?? '', page, recall: 0, question })),
  );
}
