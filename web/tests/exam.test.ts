// The exam: a draw that can be repeated and keeps to the blueprint, a draft that survives, and a whole sitting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { draftsIn, type Draft } from '../exam/draft';
import { draw } from '../exam/draw';
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
