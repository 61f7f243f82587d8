// One entry read back: everything version 1 ever wrote, and nothing else. And what a storage's refusal is called.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEntry, readEntry, type Entry } from '../record/entry';
import { inTime, isFull } from '../record/keep';

const base = { id: 'a-1', n: 5, t: 1.5, day: 20000, item: 'q', v: 1, where: 'lesson' } as const;
const tick = { ...base, kind: 'tick', value: true } as const;
const answer = { ...base, kind: 'answer', value: 'a', ok: true } as const;

test('what version 1 writes is read back as it was', () => {
  const good: object[] = [
    tick,
    { ...tick, value: false },
    answer,
    { ...answer, value: '', ok: false },
    { ...answer, value: ['a', 'b'] },
    { ...answer, value: [] },
    { ...answer, value: { hotline: 'find-out' } },
    { ...base, kind: 'read' },
    { ...base, kind: 'reset', item: '*' },
    { ...base, kind: 'exam', value: { seed: 1, bank: 'aaaa', answers: {} } },
    ...['lesson', 'review', 'exam', 'embed'].map((where) => ({ ...tick, where })),
    { ...tick, schema: 1 },
    { ...tick, n: 2 ** 50 },
    { ...tick, n: -(2 ** 50) },
    { ...tick, n: 0 },
    // a clock before 1970
    { ...tick, day: -1, t: -864e5 },
    { ...tick, day: 1e6 },
    { ...tick, v: 1e6 },
  ];
  for (const each of good) {
    const { entry, n } = readEntry('a-1', JSON.stringify(each));
    assert.deepEqual(entry, each);
    assert.equal(n, (each as Entry).n);
  }
});

test('one field out of shape, and it is left alone; its number counts all the same', () => {
  const bad: object[] = [
    { ...tick, id: 'a-2' },
    { ...tick, schema: 2 },
    { ...tick, schema: null },
    { ...tick, day: 20000.5 },
    { ...tick, day: 1e6 + 1 },
    { ...tick, day: -1e6 - 1 },
    { ...tick, day: '20000' },
    { ...tick, v: 1e6 + 1 },
    { ...tick, v: undefined },
    { ...tick, t: '2025-07-04' },
    { ...tick, item: 7 },
    { ...tick, where: 'elsewhere' },
    { ...tick, where: undefined },
    { ...tick, kind: 'dream' },
    { ...tick, kind: 'toString' },
    { ...tick, kind: undefined },
    { ...tick, value: 'true' },
    { ...tick, value: undefined },
    { ...answer, ok: undefined },
    { ...answer, ok: 'true' },
    { ...answer, value: undefined },
    { ...answer, value: 7 },
    { ...answer, value: null },
    { ...answer, value: true },
    { ...answer, value: ['a', 7] },
    { ...answer, value: [7, 'a'] },
    { ...base, kind: 'exam' },
    { ...base, kind: 'exam', value: [] },
    { ...base, kind: 'exam', value: null },
    { ...base, kind: 'exam', value: 'x' },
  ];
  for (const each of bad) assert.deepEqual(checkEntry('a-1', each), { n: 5 }, JSON.stringify(each));
});

test('what has no number, or is no entry at all, counts as none', () => {
  for (const text of ['', '{', 'null', '[]', '"a"', '7', '{}', ...['1.5', '"5"', 'null', '1125899906842625', '-1125899906842625'].map((n) => JSON.stringify(tick).replace('"n":5', `"n":${n}`))]) {
    assert.deepEqual(readEntry('a-1', text), { n: 0 }, text);
  }
  assert.deepEqual(checkEntry('a-1', Object.assign([], tick)), { n: 0 });
});

test('full is told from refused by whatever name a browser gives it', () => {
  for (const error of [{ name: 'QuotaExceededError' }, { name: 'NS_ERROR_DOM_QUOTA_REACHED' }, { name: 'x', code: 22 }, { name: 'x', code: 1014 }]) {
    assert.equal(isFull(error), true, JSON.stringify(error));
  }
  for (const error of [undefined, null, 'full', {}, { name: 'SecurityError', code: 18 }, new Error('QuotaExceededError')]) {
    assert.equal(isFull(error), false, String(error));
  }
});

test('a storage gets three seconds; what answers in time is taken', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let settled = '';
  const wait = (promise: Promise<string>): Promise<void> => inTime(promise).then((found) => void (settled = found), (error: Error) => void (settled = error.name));
  const never = wait(new Promise(() => {}));
  t.mock.timers.tick(2999);
  await new Promise((next) => setImmediate(next));
  assert.equal(settled, '');
  t.mock.timers.tick(1);
  await never;
  assert.equal(settled, 'TimeoutError');
  await wait(Promise.resolve('found'));
  assert.equal(settled, 'found');
  await wait(Promise.reject(new DOMException('no', 'SecurityError')));
  assert.equal(settled, 'SecurityError');
});

test('no clock runs on once a storage has answered', async () => {
  const clocks = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = clocks();
  await inTime(Promise.resolve());
  await inTime(Promise.reject(new Error('no'))).catch(() => {});
  await new Promise((next) => setImmediate(next));
  assert.equal(clocks(), before);
});
