// One choice, and several: what is right and wrong is said option by option.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../page/make';
import { everyType, give, start, staysOpen } from './answering';
import { multiple, single } from './page';

for (const type of ['single', 'multiple'] as const) everyType(type);

test('single: every feedback shows; the choice and the key are named in words', () => {
  const page = start(single());
  give.single(page, false);
  page.check.click();
  assert.ok([...page.doc.querySelectorAll<HTMLElement>('.fb-why')].every((why) => !why.hidden));
  assert.deepEqual([...page.doc.querySelectorAll('label')].map(textOf), ['A 选项a 你的选择', 'B 选项b', 'C 选项c 正确答案', 'D 选项d']);
  assert.deepEqual([...page.doc.querySelectorAll<HTMLElement>('.fb-option')].map((o) => o.dataset.mark), ['wrong', undefined, 'missed', undefined]);
  assert.equal(page.say(), '还不对。 为什么a。正确答案：C。因为如此。');
});

test('single: an explanation that is the key’s feedback is read out once', () => {
  const page = start(single().replace('因为如此。', '为什么c。'));
  give.single(page, true);
  page.check.click();
  assert.equal(page.say(), '答对了。 为什么c。');
});

test('multiple: a right answer is told why, option by option; a wrong one, where it went astray', () => {
  const page = start(multiple());
  give.multiple(page, true);
  page.check.click();
  assert.equal(page.say(), '答对了。 为什么b。为什么d。因为如此。');
  page.retry.click();
  give.multiple(page, false);
  page.check.click();
  assert.equal(page.say(), '还不对。2个正确选项选中了1个，另有1个不该选。 为什么a。为什么d。正确答案：B、D。因为如此。');
});

test('multiple: too few and too many are wrong, and the status counts', () => {
  for (const [chosen, said] of [
    ['b', '2个正确选项选中了1个。'],
    ['bda', '2个正确选项选中了2个，另有1个不该选。'],
    ['ac', '2个正确选项选中了0个，另有2个不该选。'],
  ] as const) {
    const page = start(multiple());
    for (const id of chosen) page.find(`[value=${id}]`).click();
    page.check.click();
    assert.equal(page.root.dataset.state, 'wrong');
    assert.ok(page.say().includes(said), page.say());
  }
});

test('multiple: what is recorded does not depend on the order the options are shown in', () => {
  const page = start(multiple().replace('value="a"', 'value="z"'));
  for (const id of 'zb') page.find(`[value=${id}]`).click();
  page.check.click();
  assert.deepEqual(page.record.last('answer', 'q-multiple')!.value, ['b', 'z']);
});

test('what the browser brings back in a field after a reload is not an answer', () => {
  const page = start(single().replace('value="a"', 'value="a" checked'));
  page.check.click();
  assert.equal(page.say(), '请先作答。');
});

test('multiple: the choice, the key and what is missing are named in words', () => {
  const page = start(multiple());
  give.multiple(page, false);
  page.check.click();
  assert.deepEqual([...page.doc.querySelectorAll('label')].map(textOf), ['A 选项a 你的选择', 'B 选项b 你的选择 正确答案', 'C 选项c', 'D 选项d 正确答案']);
  assert.deepEqual([...page.doc.querySelectorAll<HTMLElement>('.fb-option')].map((o) => o.dataset.mark), ['wrong', 'right', undefined, 'missed']);
});

test('options without a feedback are marked all the same', () => {
  for (const html of [single(), multiple()]) {
    const page = start(html.replace(/<p class="fb-why".*?<\/p>/g, ''));
    page.find('[value=a]').click();
    page.check.click();
    assert.equal(page.root.dataset.state, 'wrong');
    assert.ok(page.say().endsWith(html === single() ? '还不对。 正确答案：C。因为如此。' : '正确答案：B、D。因为如此。'), page.say());
    page.retry.click();
    assert.equal(page.root.dataset.state, 'open');
  }
});

test('an answer of the other kind, or to an option that is gone, leaves the question open', () => {
  for (const value of [['c'], 'gone', '', null, true, { c: 'c' }]) staysOpen(single(), value);
  for (const value of ['b', [], ['b', 'gone'], [null], null, { b: 'd' }]) staysOpen(multiple(), value);
});

test('no option gives its feedback away before the answer, nor when it is to be given again', () => {
  for (const html of [single(), multiple()]) {
    const page = start(html);
    const shown = (): number => [...page.doc.querySelectorAll<HTMLElement>('.fb-why')].filter(({ hidden }) => !hidden).length;
    assert.equal(shown(), 0);
    page.find('[value=b]').click();
    page.check.click();
    assert.equal(shown(), 4);
    page.retry.click();
    assert.equal(shown(), 0);
  }
});
