// How much is remembered, and for how many reviews: no review, day 7 and 30, ours. A simulated learner, seeded.
// FSRS stands on both sides (it plans the reviews, and it says what is remembered), so this is a regression test
// of the whole policy – cap, missed days, order – and no evidence that it works on people.
// Run: node build.mjs --simulate [objectives]
import { randomFrom } from '../exam/draw';
import type { Answer } from '../progress/state';
import { planOf } from '../review/schedule';

const DAYS = 90;
const A_DAY = 8;
const FIRST_RIGHT = 0.8;
const MISSED = 1 / 3;

interface Result {
  mean: number;
  last: number;
  reviews: number;
}

type Policy = (waiting: { answers: Answer[]; learned: number }[], day: number) => { answers: Answer[]; learned: number }[];

const policies: { [name: string]: Policy } = {
  'no review': () => [],
  'day 7 and 30': (all, day) => all.filter(({ learned }) => day - learned === 7 || day - learned === 30),
  ours: (all, day) =>
    all
      .map((each) => ({ each, plan: planOf(each.answers)! }))
      .filter(({ plan }) => plan.due <= day)
      .sort((a, b) => a.plan.recall(day) - b.plan.recall(day))
      .slice(0, A_DAY)
      .map(({ each }) => each),
};

/** `perDay`: how many objectives a working day brings at first. */
function simulate(policy: Policy, objectives: number, perDay: number, seed: number): Result {
  const random = randomFrom(seed);
  const all: { answers: Answer[]; learned: number }[] = [];
  let reviews = 0;
  let sum = 0;
  let counted = 0;
  for (let day = 1; day <= DAYS; day++) {
    if (random() >= MISSED) {
      for (const each of policy(all, day)) {
        const plan = planOf(each.answers)!;
        let ok = random() < plan.recall(day);
        each.answers.push({ day, ok, item: 'x' });
        reviews++;
        // what was wrong comes back in the same sitting, and is known then
        if (!ok) each.answers.push({ day, ok: (ok = true), item: 'x' });
      }
      for (let i = 0; i < perDay && all.length < objectives; i++) all.push({ answers: [{ day, ok: random() < FIRST_RIGHT, item: 'x' }], learned: day });
    }
    for (const { answers } of all) {
      sum += planOf(answers)!.recall(day + 1);
      counted++;
    }
  }
  const last = all.reduce((total, { answers }) => total + planOf(answers)!.recall(DAYS), 0) / all.length;
  return { mean: sum / counted, last, reviews: reviews / all.length };
}

const objectives = Number(process.argv[process.argv.length - 1]) || 200;
console.log(`${objectives} objectives, first answer right ${FIRST_RIGHT * 100} %, at most ${A_DAY} a day, one day in three missed, ${DAYS} days`);
for (const perDay of [4, 9]) {
  console.log(`\n${perDay} new objectives a day        mean recall   recall on day ${DAYS}   reviews per objective`);
  for (const [name, policy] of Object.entries(policies)) {
    const runs = [1, 2, 3, 4, 5].map((seed) => simulate(policy, objectives, perDay, seed));
    const mean = (of: keyof Result): string => (runs.reduce((total, run) => total + run[of], 0) / runs.length).toFixed(2);
    console.log(`${name.padEnd(28)}  ${mean('mean').padStart(9)}   ${mean('last').padStart(15)}   ${mean('reviews').padStart(21)}`);
  }
}
