// Pairs to match: with a native select each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../page/make';
import { everyType, give, start, staysOpen } from './answering';
import { match, recordOn } from './page';

everyType('match');

test('match: a row without a choice is no answer; a wrong row names the right choice', () => {
  const page = start(match());
  page.find<HTMLSelectElement>('[data-pair=hotline]').value = 'hotline';
  page.check.click();
  assert.equal(page.say(), '请先作答。');
  give.match(page, false);
  page.check.click();
  assert.ok(page.say().includes('3组中有2组配对正确。'));
  assert.deepEqual([...page.doc.querySelectorAll('.fb-pair .fb-badge')].map(textOf), ['对', '不对，应选：A 接住', '对']);
});

test('match: signs in a text stay signs', () => {
  const page = start(match().replaceAll('A　接住', '&lt;i&gt;接住&lt;/i&gt;'));
  give.match(page, false);
  page.check.click();
  assert.equal(textOf(page.doc.querySelectorAll('.fb-pair .fb-badge')[1]!), '不对，应选：<i>接住</i>');
  assert.equal(page.doc.querySelector('i'), null);
});

test('match: an answer stays with its words when the bank lists the pairs in another order', () => {
  const record = recordOn();
  // two pairs share a right side; the choice was named after the first of them
  const before = start(match(), record);
  give.match(before, true);
  before.check.click();
  const given = record.entries()[0]!.value as { [pair: string]: string };
  const shared = Object.entries(given).filter(([pair, id]) => Object.entries(given).some(([other, same]) => other !== pair && same === id));
  assert.equal(shared.length, 2, 'the example has a shared right side');
  const old = shared[0]![1];
  const now = shared.find(([pair]) => pair !== old)![0];
  const after = start(match().replaceAll(`data-key="${old}"`, `data-key="${now}"`).replaceAll(`value="${old}"`, `value="${now}"`), record);
  assert.equal(after.root.dataset.state, 'right');
  assert.deepEqual([...after.doc.querySelectorAll('.fb-pair .fb-badge')].map(textOf), ['对', '对', '对']);
});

test('match: pairs that are not the question’s own, or not all of them, leave it open', () => {
  for (const value of [
    { hotline: 'hotline', 'find-out': 'find-out' },
    { hotline: 'hotline', 'find-out': 'find-out', connect: 'gone' },
    { hotline: 'hotline', 'find-out': 'find-out', connect: '' },
    { hotline: 'hotline', 'find-out': 'find-out', connect: null },
    { hotline: 'hotline', 'find-out': 'find-out', other: 'find-out' },
    ['hotline', 'find-out', 'find-out'],
    'hotline',
    null,
  ]) {
    staysOpen(match(), value);
  }
});

test('match: each row carries its mark, and loses it when the question is answered again', () => {
  const page = start(match());
  give.match(page, false);
  page.check.click();
  const marks = (): (string | undefined)[] => [...page.doc.querySelectorAll<HTMLElement>('.fb-pair')].map((pair) => pair.dataset.mark);
  assert.deepEqual(marks(), ['right', 'wrong', 'right']);
  page.retry.click();
  assert.deepEqual(marks(), [undefined, undefined, undefined]);
  assert.deepEqual([...page.doc.querySelectorAll('select')].map(({ selectedIndex }) => selectedIndex), [0, 0, 0], 'please choose');
});
