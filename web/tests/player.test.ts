// The frame of a question, whatever its type: keyboard, versions, other tabs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { give, start } from './answering';
import { blank, multiple, recordOn, single } from './page';

test('Enter in an input marks; Enter that ends a composition, or is held, does not', () => {
  for (const html of [blank(), single(), multiple()]) {
    const page = start(html);
    const input = page.find<HTMLInputElement>('input');
    if (input.type === 'text') input.value = '答复';
    else input.click();
    page.press(input, 'Enter', { isComposing: true });
    page.press(input, 'Enter', { keyCode: 229 });
    page.press(input, 'Enter', { repeat: true });
    page.press(input, 'a');
    assert.equal(page.root.dataset.state, 'open');
    assert.equal(page.press(input, 'Enter'), false);
    assert.notEqual(page.root.dataset.state, 'open');
    assert.equal(page.press(page.retry, 'Enter', { repeat: true }), false);
    assert.equal(page.press(page.retry, 'Enter'), true);
    assert.equal(page.record.entries().length, 1);
  }
});

test('submitting the form never marks and never leaves the page', () => {
  const page = start(single());
  give.single(page, true);
  const event = new page.window.Event('submit', { bubbles: true, cancelable: true });
  page.find('form').dispatchEvent(event);
  assert.equal(event.defaultPrevented, true);
  assert.equal(page.root.dataset.state, 'open');
});

test('an answer to an older version of the question leaves it open; a newer one counts', () => {
  const record = recordOn();
  record.add({ kind: 'answer', item: 'q-single', v: 1, value: 'c', ok: true });
  assert.equal(start(single(2), record).root.dataset.state, 'open');
  record.add({ kind: 'answer', item: 'q-single', v: 2, value: 'c', ok: true });
  assert.equal(start(single(2), record).root.dataset.state, 'right');
  assert.equal(start(single(1), record).root.dataset.state, 'right');
});

test('an answer given in another tab does not disturb the question that is open here', () => {
  const page = start(single());
  page.find<HTMLInputElement>('[value=a]').click();
  page.record.add({ kind: 'answer', item: 'q-single', value: 'c', ok: true });
  assert.equal(page.root.dataset.state, 'open');
  assert.equal(page.find<HTMLInputElement>('[value=a]').checked, true);
});

test('marking and clearing at once leaves no stale words', () => {
  const page = start(single());
  give.single(page, true);
  page.check.click();
  page.retry.click();
  assert.equal(page.say(), '');
});
