// Steps to put in order: by buttons, without dragging.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../page/make';
import { everyType, give, start, staysOpen } from './answering';
import { order } from './page';

everyType('order');

test('order: buttons move a step, say where it is, keep the focus, and stop at the ends', () => {
  const page = start(order());
  const steps = (): string[] => [...page.doc.querySelectorAll<HTMLElement>('[data-step]')].map((item) => item.dataset.step!);
  const up = page.find('[data-step=tell] [data-move=up]');
  assert.equal(up.getAttribute('aria-label'), '上移：步骤tell');
  up.focus();
  up.click();
  assert.deepEqual(steps(), ['tell', 'offer', 'prevent', 'own']);
  assert.equal(page.doc.activeElement, up);
  assert.equal(page.say(), '步骤tell，第1位，共4位');
  assert.equal(up.getAttribute('aria-disabled'), 'true');
  assert.equal(page.find('[data-step=offer] [data-move=up]').getAttribute('aria-disabled'), 'false');
  up.click();
  assert.deepEqual(steps(), ['tell', 'offer', 'prevent', 'own']);
  page.find('[data-step=own] [data-move=down]').click();
  assert.deepEqual(steps(), ['tell', 'offer', 'prevent', 'own']);
  page.find('[data-step=tell] [data-move=down]').click();
  assert.deepEqual(steps(), ['offer', 'tell', 'prevent', 'own']);
  assert.equal(page.say(), '步骤tell，第2位，共4位');
});

test('order: each step gets a word, and the status counts', () => {
  const page = start(order());
  give.order(page, false);
  page.check.click();
  assert.ok(page.say().includes('4步中有1步在对的位置。'));
  assert.deepEqual([...page.doc.querySelectorAll('li .fb-badge')].map(textOf), ['对', '不对', '不对', '不对']);
  assert.deepEqual([...page.doc.querySelectorAll<HTMLElement>('[data-step]')].map((item) => item.dataset.mark), ['right', 'wrong', 'wrong', 'wrong']);
  assert.ok([...page.doc.querySelectorAll<HTMLElement>('.fb-moves')].every((moves) => moves.hidden));
});

test('order: the ends are said from the start, and what moves nothing is no answer', () => {
  const page = start(order());
  const errors: unknown[] = [];
  page.window.addEventListener('error', (event) => {
    event.preventDefault();
    errors.push(event);
  });
  const ends = (): string[] => [...page.doc.querySelectorAll('[data-move]')].filter((button) => button.getAttribute('aria-disabled') === 'true').map((button) => button.getAttribute('aria-label')!);
  assert.deepEqual(ends(), ['上移：步骤offer', '下移：步骤own']);
  const buttons = [...page.doc.querySelectorAll<HTMLButtonElement>('[data-step=tell] button')];
  assert.deepEqual(buttons.map((button) => [textOf(button), button.getAttribute('type'), button.className]), [['↑', 'button', ''], ['↓', 'button', '']]);
  assert.ok([...page.doc.querySelectorAll<HTMLElement>('.fb-moves')].every((moves) => !moves.hidden));
  for (const idle of ['[data-step=offer] [data-move=up]', '[data-step=own] [data-move=down]', '[data-step=tell] .fb-text', '.fb-steps', '[data-step=tell] .fb-moves']) {
    page.find(idle).click();
    assert.equal(page.say(), '', idle);
    page.check.click();
    assert.equal(page.say(), '请先作答。', idle);
    page.find('fieldset').dispatchEvent(new page.window.Event('input', { bubbles: true }));
  }
  assert.deepEqual(errors, []);
  page.find('[data-step=tell] [data-move=up]').click();
  page.find('[data-step=own] [data-move=up]').click();
  assert.deepEqual(ends(), ['上移：步骤tell', '下移：步骤prevent']);
});

test('order: steps that are not the question’s own, or not all of them once, leave it open', () => {
  for (const value of [
    ['tell', 'offer', 'prevent'],
    ['tell', 'offer', 'prevent', 'own', 'own'],
    ['tell', 'offer', 'prevent', 'gone'],
    ['tell', 'tell', 'own', 'offer'],
    'tell own offer prevent',
    null,
    { 0: 'tell', 1: 'own', 2: 'offer', 3: 'prevent', length: 4 },
  ]) {
    staysOpen(order(), value);
  }
});

test('order: the steps of an answer, its marks and the ends are there again on the next visit', () => {
  const first = start(order());
  give.order(first, true);
  first.check.click();
  assert.equal(first.say(), '答对了。4步中有4步在对的位置。 因为如此。');
  const second = start(order(), first.record);
  assert.deepEqual([...second.doc.querySelectorAll<HTMLElement>('li')].map((item) => [item.dataset.step, item.dataset.mark]).slice(0, 4), ['tell', 'own', 'offer', 'prevent'].map((step) => [step, 'right']));
  assert.equal(second.find('[data-step=tell] [data-move=up]').getAttribute('aria-disabled'), 'true');
  assert.equal(second.find('[data-step=prevent] [data-move=down]').getAttribute('aria-disabled'), 'true');
});
