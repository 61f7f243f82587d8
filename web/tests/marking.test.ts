// Whether an answer is right: the rules alone, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankIsRight, markChoices, markOrder, markPairs, normalise } from '../player/marking';

test('blank: width, case and blanks do not matter, everything else does', () => {
  for (const [typed, normal] of [
    ['  KA \t\n Plan　', 'ka plan'],
    ['ＫＡ', 'ka'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Straẞe', 'strasse'],
    ['Σίσυφος', normalise('ΣΊΣΥΦΟΣ')],
    ['ﬁne', 'fine'],
    ['Ｄ、', 'd、'],
    [' 　\t', ''],
  ] as const) {
    assert.equal(normalise(typed), normal, typed);
  }
  assert.equal(blankIsRight(' ka  PLAN ', ['答复', 'KA Plan']), true);
  assert.equal(blankIsRight('答复', ['答复', 'KA Plan']), true);
  assert.equal(blankIsRight('KA', ['答复', 'KA Plan']), false);
  assert.equal(blankIsRight('', ['', ' ']), false, 'nothing typed is never right');
  assert.equal(blankIsRight('x', []), false);
});

test('choices: all of the key and nothing else', () => {
  for (const [chosen, ok, hit, astray] of [
    ['bd', true, 2, 0],
    ['db', true, 2, 0],
    ['b', false, 1, 0],
    ['', false, 0, 0],
    ['bda', false, 2, 1],
    ['ac', false, 0, 2],
    ['ab', false, 1, 1],
  ] as const) {
    assert.deepEqual(markChoices([...chosen], ['b', 'd']), { ok, hit, astray }, chosen);
  }
});

test('order: each step in its own place', () => {
  assert.deepEqual(markOrder(['a', 'b', 'c'], ['a', 'b', 'c']), [true, true, true]);
  assert.deepEqual(markOrder(['b', 'a', 'c'], ['a', 'b', 'c']), [false, false, true]);
  assert.deepEqual(markOrder(['c', 'a', 'b'], ['a', 'b', 'c']), [false, false, false]);
});

test('pairs: each left side with its own right side, shared or not', () => {
  const key = { one: 'x', two: 'y', three: 'x' };
  assert.deepEqual(markPairs(['one', 'two', 'three'], { one: 'x', two: 'x', three: 'x' }, key), [true, false, true]);
  assert.deepEqual(markPairs(['three', 'two', 'one'], { one: 'y', two: 'y' }, key), [false, true, false]);
});
