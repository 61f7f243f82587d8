// When an objective is to be seen again: FSRS (the algorithm of ts-fsrs) on whole local days. Pure: touches nothing.
// Right is Good, wrong is Again; no learning steps, no fuzz. A clock set back never throws: days only go on.
import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import type { Answer } from '../progress/state';

export const RETENTION = 0.85;
/** A course for a quarter: nothing rests longer. */
export const LONGEST = 90;

const memory = new FSRSAlgorithm({ request_retention: RETENTION, maximum_interval: LONGEST });

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
  let state: { difficulty: number; stability: number } | undefined;
  let latest = answers[0]?.day ?? 0;
  for (const { day, ok } of answers) {
    const now = Math.max(latest, day);
    state = memory.next_state(state ?? null, now - latest, ok ? Rating.Good : Rating.Again);
    latest = now;
  }
  if (!state) return undefined;
  const { stability } = state;
  return {
    due: latest + memory.next_interval(stability, 0),
    stability,
    recall: (day) => memory.forgetting_curve(Math.max(0, day - latest), stability),
  };
}
