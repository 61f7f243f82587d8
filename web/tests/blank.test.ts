// A blank to fill in: what is compared, what is recorded, what is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../page/make';
import { normalise } from '../player/marking';
import { everyType, start, staysOpen } from './answering';
import { blank, recordOn } from './page';

everyType('blank');

test('blank: width, case and blanks do not count; anything else does', () => {
  const page = start(blank());
  for (const [typed, right] of [
    ['答复', true],
    ['　答复\n', true],
    ['KA  plan', true],
    ['ＫＡ Ｐｌａｎ', true],
    ['STRASSE', true],
    ['Straẞe', true],
    ['答 复', false],
    ['答复。', false],
    ['KAplan', false],
  ] as const) {
    page.retry.click();
    page.find<HTMLInputElement>('input').value = typed;
    page.check.click();
    assert.equal(page.root.dataset.state, right ? 'right' : 'wrong', typed);
  }
});

test('blank: comparing is stable, whatever is typed', () => {
  const character = fc.integer({ min: 9, max: 0xffef }).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.string({ unit: character }), (text) => normalise(normalise(text)) === normalise(text)));
});

test('blank: blanks alone are no answer, and what is typed never becomes HTML', () => {
  const page = start(blank());
  const input = page.find<HTMLInputElement>('input');
  input.value = ' 　 ';
  page.check.click();
  assert.equal(page.root.dataset.state, 'open');
  const typed = '<img src=x onerror=alert(1)>' + 'x'.repeat(300);
  input.value = typed;
  page.check.click();
  page.frame();
  assert.equal((page.record.last('answer', 'q-blank')!.value as string).length, 200);
  const again = start(blank(), page.record);
  again.frame();
  assert.equal(page.doc.querySelector('img') ?? again.doc.querySelector('img'), null);
  assert.ok(page.say().includes('参考答案：答复。'));
});

test('blank: an answer that was right in one language stays right in the other', () => {
  const record = recordOn();
  record.add({ kind: 'answer', item: 'q-blank', value: 'answer', ok: true });
  const page = start(blank(), record);
  assert.equal(page.root.dataset.state, 'right');
  assert.deepEqual([...page.root.querySelectorAll('.fb-badge')].map(textOf), ['对']);
});

test('blank: what is no text leaves the question open; a wrong answer is told the first that is accepted', () => {
  for (const value of ['', ' 　', null, true, ['答复'], { a: '答复' }]) staysOpen(blank(), value);
  const page = start(blank());
  page.find<HTMLInputElement>('input').value = '  x  ';
  page.check.click();
  assert.equal(page.record.last('answer', 'q-blank')!.value, 'x');
  assert.equal(textOf(page.find('.fb-blank .fb-badge')), '不对');
  assert.equal(page.find('.fb-blank').dataset.mark, 'wrong');
  assert.equal(page.say(), '还不对。 参考答案：答复。因为如此。');
  page.retry.click();
  page.find<HTMLInputElement>('input').value = '答复';
  page.check.click();
  assert.equal(textOf(page.find('.fb-blank .fb-badge')), '对');
  assert.equal(page.find('.fb-blank').dataset.mark, 'right');
  assert.equal(page.say(), '答对了。 因为如此。');
});
