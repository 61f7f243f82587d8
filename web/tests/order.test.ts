// Steps to put in order: by buttons, without dragging.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../page/make';
import { everyType, give, start } from './answering';
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
  assert.ok([...page.doc.querySelectorAll<HTMLElement>('.fb-moves')].every((moves) => moves.hidden));
});
