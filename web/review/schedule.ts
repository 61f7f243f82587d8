// When an objective is to be seen again: FSRS (ts-fsrs) on whole local days. Pure: touches nothing.
// Right is Good, wrong is Again; no learning steps, no fuzz. A clock set back never throws: days only go on.
import { createEmptyCard, fsrs, Rating, type Card } from 'ts-fsrs';
import type { Answer } from '../progress/state';

const DAY = 864e5;
export const RETENTION = 0.85;
/** A course for a quarter: nothing rests longer. */
export const LONGEST = 90;

const scheduler = fsrs({
  request_retention: RETENTION,
  maximum_interval: LONGEST,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [],
  relearning_steps: [],
});

export interface Plan {
  /** Local day number on which it is due. */
  readonly due: number;
  /** Days until recall has fallen to 90 %. */
  readonly stability: number;
  /** Predicted recall on a day, 0 to 1. */
  recall(day: number): number;
}

/** From the answers to one objective, oldest first; none without answers. */
export function planOf(answers: readonly Answer[]): Plan | undefined {
  let card: Card | undefined;
  let latest = -Infinity;
  for (const { day, ok } of answers) {
    latest = Math.max(latest, day);
    const now = new Date(latest * DAY);
    card = scheduler.next(card ?? createEmptyCard(now), now, ok ? Rating.Good : Rating.Again).card;
  }
  if (!card) return undefined;
  const known = card;
  return {
    // what was away for years would rest longer than the longest interval
    due: Math.min(Math.round(+known.due / DAY), latest + LONGEST),
    stability: known.stability,
    recall: (day) => scheduler.get_retrievability(known, new Date(Math.max(day, latest) * DAY), false),
  };
}
