// The review: the scheduler against py-fsrs, what is picked and in which order, and a sitting at the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import vectors from './fsrs-vectors.json' with { type: 'json' };
import { dueOn, mistakes, pick, questionFor, reviewedOn } from '../review/pick';
import { schedule } from '../review/due';
import { LONGEST, planOf } from '../review/schedule';
import { stateOf, type Answer } from '../progress/state';
import type { Entry } from '../record/entry';
import { answer, outline } from './course';
import { MemoryStorage } from './storage';

test('the scheduler agrees with py-fsrs on whole days', () => {
  for (const { answers, stability, recall } of vectors) {
    const list: Answer[] = answers.map(([day, ok]) => ({ day: 20000 + day!, ok: ok === 1, item: 'x' }));
    const plan = planOf(list)!;
    assert.ok(Math.abs(plan.stability - stability) < 1e-4 * Math.max(1, stability), `${JSON.stringify(answers)}: ${plan.stability}, ${stability}`);
    assert.ok(Math.abs(plan.recall(list.at(-1)!.day + 30) - recall) < 1e-3, `${JSON.stringify(answers)}: recall`);
  }
});

test('no clock, back or forward, makes it throw, and nothing rests longer than a quarter', () => {
  const day = fc.integer({ min: 0, max: 40000 });
  fc.assert(
    fc.property(fc.array(fc.record({ day, ok: fc.boolean(), item: fc.constant('x') }), { minLength: 1, maxLength: 12 }), (answers) => {
      const plan = planOf(answers)!;
      const latest = Math.max(...answers.map((each) => each.day));
      assert.ok(plan.due > latest - 1 && plan.due <= latest + LONGEST, `${plan.due} after ${latest}`);
      assert.ok(plan.recall(0) >= 0 && plan.recall(99999) <= 1);
    }),
  );
});

test('nothing answered, no plan; and days are counted from the answer, not from its clock', () => {
  assert.equal(planOf([]), undefined);
  const one = planOf([{ day: 20000, ok: true, item: 'x' }])!;
  assert.equal(one.due, 20004);
  assert.equal(one.recall(20000), 1);
  assert.equal(one.recall(19000), 1);
  assert.ok(one.recall(20001) < 1 && one.recall(20002) < one.recall(20001));
  // a clock that stands before 1970
  assert.equal(planOf([{ day: -100, ok: true, item: 'x' }])!.due, -96);
  // a clock set back between two answers: as if both were of one day
  const back = planOf([{ day: 20000, ok: true, item: 'x' }, { day: 19990, ok: true, item: 'x' }])!;
  const same = planOf([{ day: 20000, ok: true, item: 'x' }, { day: 20000, ok: true, item: 'x' }])!;
  assert.deepEqual([back.due, back.stability], [same.due, same.stability]);
});

test('what waits today is at most what is left of the day’s measure, and never less than nothing', () => {
  const [storage, before] = [new MemoryStorage(), globalThis.localStorage];
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  try {
    const log = outline.pages.flatMap(({ id }) => [0, 1].map((i) => answer(`${id}-q${i}`, 0, true)));
    const waits = (day: number, ...more: Entry[]): number => {
      const all = [...log, ...more];
      return schedule.dueToday(day, stateOf(all, outline), all, outline);
    };
    assert.equal(waits(1), 0);
    assert.equal(waits(40), 8);
    assert.equal(waits(40, answer('r1-q0', 40, true, { where: 'review' }), answer('r2-q0', 40, true, { where: 'review' })), 6);
    schedule.settings.set(3);
    assert.equal(storage.getItem('fieldbook:daily'), '3');
    assert.equal(waits(40), 3);
    const done = outline.pages.slice(0, 4).map(({ id }) => answer(`${id}-q0`, 40, true, { where: 'review' }));
    assert.equal(waits(40, ...done), 0);
    schedule.settings.set(20);
    assert.equal(waits(40, ...done), 6);
  } finally {
    Object.defineProperty(globalThis, 'localStorage', { value: before, configurable: true });
  }
});

test('right rests longer each time, wrong comes back the next day', () => {
  const at = (days: number[]): number => planOf(days.map((day) => ({ day, ok: true, item: 'x' })))!.due;
  const first = at([0]);
  const second = at([0, first]) - first;
  assert.ok(first >= 2 && second > first);
  assert.equal(planOf([{ day: 0, ok: false, item: 'x' }])!.due, 1);
});

test('another question of the objective each time', () => {
  const page = outline.pages[0]!;
  const due = { objective: 'r1-one', page, recall: 0.5 };
  const after = (...items: string[]): string => questionFor(due, stateOf(items.map((item, i) => answer(item, i, true)), outline))!.id;
  assert.equal(after('r1-q0'), 'r1-q2');
  assert.equal(after('r1-q0', 'r1-q2'), 'r1-q0');
});

test('at most so many, the most endangered kept, modules mixed, near lessons side by side', () => {
  const log = outline.pages.flatMap(({ id, module }) => [0, 1].map((i) => answer(`${id}-q${i}`, module === 'red' ? 0 : 2, i === 0)));
  const state = stateOf(log, outline);
  const due = dueOn(40, state, outline);
  assert.equal(due.length, 10);
  for (let i = 1; i < due.length; i++) assert.ok(due[i - 1]!.recall <= due[i]!.recall);
  const picked = pick(due, 8, state);
  assert.equal(picked.length, 8);
  assert.deepEqual(new Set(picked.map(({ objective }) => objective)), new Set(due.slice(0, 8).map(({ objective }) => objective)));
  const beside = picked.some(({ page }, i) => page.id === 'r1' && [picked[i - 1]?.page.id, picked[i + 1]?.page.id].includes('b1'));
  assert.ok(beside, picked.map(({ page }) => page.id).join());
  const changes = picked.filter(({ page }, i) => i && page.module !== picked[i - 1]!.page.module).length;
  assert.ok(changes >= 3, `${changes} changes of module`);
  assert.deepEqual(pick(due, 0, state), []);
  assert.deepEqual(dueOn(0, state, outline).filter(({ page }) => page.module === 'blue'), []);
});

test('what was reviewed today counts against the day’s measure; lessons do not', () => {
  const log = [answer('r1-q0', 9, true, { where: 'review' }), answer('r1-q2', 9, true, { where: 'review' }), answer('r2-q0', 9, true), answer('b1-q0', 8, true, { where: 'review' })];
  assert.equal(reviewedOn(9, log, outline), 1);
});

test('the book of mistakes: wrong last time, out with the first right answer', () => {
  const wrong = [answer('r1-q0', 1, false), answer('b1-q1', 1, false)];
  assert.deepEqual(mistakes(stateOf(wrong, outline), outline).map(({ question }) => question.id), ['r1-q0', 'b1-q1']);
  assert.deepEqual(mistakes(stateOf([...wrong, answer('r1-q0', 2, true)], outline), outline).map(({ question }) => question.id), ['b1-q1']);
});
