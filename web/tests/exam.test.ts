// The exam: a draw that can be repeated and keeps to the blueprint, a draft that survives, and a whole sitting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { draftsIn, type Draft } from '../exam/draft';
import { draw, randomFrom } from '../exam/draw';
import type { OutlinePage } from '../progress/outline';
import { outline } from './course';
import { MemoryStorage } from './storage';

const ids = (module: string, count: number, seed: number): string[] => draw(outline, module, count, seed).map(({ question }) => question.id);

test('the same seed draws the same paper, another one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 25 }), (seed, count) => {
      assert.deepEqual(ids('', count, seed), ids('', count, seed));
      assert.equal(new Set(ids('', count, seed)).size, Math.min(count, 20));
    }),
  );
  assert.notDeepEqual(ids('', 10, 1), ids('', 10, 2));
});

test('a number drawn with any version, in any browser, draws this paper', () => {
  // mulberry32, as published; a seed is taken for 32 bits without a sign
  const random = randomFrom(1);
  assert.deepEqual([random(), random(), random(), random()], [0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741]);
  assert.equal(randomFrom(-1)(), randomFrom(0xffffffff)());
  for (const [module, count, seed, paper] of [
    ['', 10, 1, 'r3-q3 r2-q3 r3-q2 r1-q2 r1-q1 r2-q0 b1-q3 b1-q0 b2-q2 b2-q1'],
    ['', 7, 2, 'r2-q0 r3-q2 b1-q0 b2-q1 r3-q3 b1-q3 r1-q2'],
    ['red', 5, 3, 'r2-q0 r3-q2 r1-q2 r2-q3 r3-q1'],
    ['blue', 3, 42, 'b1-q0 b1-q3 b2-q2'],
    ['', 99, 9, 'b2-q1 r2-q1 b2-q0 r3-q1 r3-q0 b1-q3 r1-q3 b2-q3 b2-q2 r1-q1 b1-q2 r3-q3 r1-q0 r2-q2 r2-q0 r2-q3 b1-q0 r1-q2 r3-q2 b1-q1'],
  ] as const) {
    assert.equal(ids(module, count, seed).join(' '), paper);
  }
});

test('no objective is asked twice while another could be asked', () => {
  // one level, so one cell: eight questions on four objectives, and a ninth without one
  const page = (id: string): OutlinePage => ({
    ...outline.pages[0]!,
    id,
    objectives: ['one', 'two'].map((name) => ({ id: `${id}-${name}`, text: '' })),
    questions: [0, 0, 1, 1].map((o, i) => ({ id: `${id}-q${i}`, v: 1, o, level: 'apply' as const, section: 'how' })),
  });
  const few = { ...outline, pages: [page('p'), page('q')] };
  for (let seed = 1; seed <= 50; seed++) {
    const asked = draw(few, '', 4, seed).map(({ page: { id }, question }) => `${id} ${question.o}`);
    assert.equal(new Set(asked).size, 4, `${seed}: ${asked.join()}`);
    assert.equal(draw(few, '', 6, seed).length, 6);
  }
  const loose = { ...few, pages: [{ ...page('p'), questions: page('p').questions.map((question) => ({ ...question, o: -1 })) }] };
  assert.equal(draw(loose, '', 4, 1).length, 4);
});

test('modules and levels have their share, within one question', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const drawn = draw(outline, '', 10, seed);
    const share = (of: (each: (typeof drawn)[number]) => boolean): number => drawn.filter(of).length;
    assert.ok(Math.abs(share(({ page }) => page.module === 'red') - 6) <= 1);
    assert.ok(Math.abs(share(({ question }) => question.level === 'apply') - 5) <= 1);
    const objectives = new Set(drawn.map(({ page, question }) => `${page.id} ${question.o}`)).size;
    assert.ok(objectives >= 8, `${objectives} objectives`);
  }
});

test('a module’s test draws from that module alone', () => {
  assert.ok(ids('blue', 10, 3).every((id) => id.startsWith('b')));
  assert.equal(ids('blue', 99, 3).length, 8);
  assert.deepEqual(ids('none', 10, 3), []);
});

test('an exam under way survives a reload, a damaged draft, a refused storage and a refused database', async () => {
  const draft: Draft = { scope: 'red', seed: 3, bank: 'aaaa', count: 10, began: 1, limit: 15, at: 2, answers: { 'r1-q0': 'a', 'r1-q1': ['a', 'b'] }, flags: { 'r1-q0': true } };
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  const damaged = ['{', 'null', '[]', '{"scope":"red"}', JSON.stringify({ ...draft, at: 'x' })];
  const storage = new MemoryStorage();
  const local = (): Storage => storage as unknown as Storage;
  const factory = new IDBFactory();
  const both = (): ReturnType<typeof draftsIn> => draftsIn(local, () => factory);
  // the database alone, as after a crash in which the other storage had not been written yet
  draftsIn(refuse, () => factory).set({ ...draft, at: 1 });
  draftsIn(refuse, () => factory).set(draft);
  assert.deepEqual(await both().get('red'), { ...draft, n: 1 });
  assert.equal(await both().get(''), undefined);
  both().drop('red');
  assert.equal(await both().get('red'), undefined);
  // each may be a step behind the other
  draftsIn(local, () => factory).set({ ...draft, n: 3 });
  draftsIn(local, refuse).set({ ...draft, n: 4, at: 7 });
  assert.equal((await both().get('red'))!.at, 7);
  draftsIn(refuse, () => factory).set({ ...draft, n: 5, at: 8 });
  assert.equal((await both().get('red'))!.at, 8);
  both().drop('red');
  // the storage alone
  draftsIn(local, refuse).set(draft);
  assert.deepEqual(await both().get('red'), draft);
  for (const text of damaged) {
    storage.setItem('fieldbook:exam:red', text);
    assert.equal(await both().get('red'), undefined, text);
  }
  const neither = draftsIn(refuse, refuse);
  neither.set(draft);
  assert.deepEqual(await neither.get('red'), draft);
  neither.drop('red');
  assert.equal(await neither.get('red'), undefined);
});
