// What is due, for the review, the progress page and the home page. Pure but for the daily measure. Brings ts-fsrs.
import type { Entry } from '../record/entry';
import type { Outline } from '../progress/outline';
import type { State } from '../progress/state';
import { dailyIn } from './daily';
import { dueOn, mistakes, pick, reviewedOn } from './pick';
import { planOf } from './schedule';

const settings = dailyIn(() => localStorage);

export const schedule = {
  dueOn,
  mistakes,
  pick,
  planOf,
  reviewedOn,
  settings,
  /** How many wait today, at most as many as are left of the day's measure. */
  dueToday: (day: number, state: State, log: readonly Entry[], outline: Outline): number =>
    Math.max(0, Math.min(dueOn(day, state, outline).length, settings.get() - reviewedOn(day, log, outline))),
};
export type Schedule = typeof schedule;
