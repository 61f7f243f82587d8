// The exam: a draw that can be repeated and keeps to the blueprint, a draft that survives, and a whole sitting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('an exam under way survives a reload, a damaged draft and a refused storage', () => {
  const draft: Draft = { scope: 'red', seed: 3, bank: 'aaaa', count: 10, began: 1, limit: 15, at: 2, answers: { 'r1-q0': 'a', 'r1-q1': ['a', 'b'] }, flags: { 'r1-q0': true } };
  const storage = new MemoryStorage();
  const give = (): Storage => storage as unknown as Storage;
  draftsIn(give).set(draft);
  assert.deepEqual(draftsIn(give).get('red'), draft);
  assert.equal(draftsIn(give).get(''), undefined);
  for (const text of ['{', 'null', '[]', '{"scope":"red"}', JSON.stringify({ ...draft, at: 'x' })]) {
    storage.setItem('fieldbook:exam:red', text);
    assert.equal(draftsIn(give).get('red'), undefined, text);
  }
  const refused = draftsIn(() => {
    throw new DOMException('no', 'SecurityError');
  });
  refused.set(draft);
  assert.deepEqual(refused.get('red'), draft);
  refused.drop('red');
  assert.equal(refused.get('red'), undefined);
});
