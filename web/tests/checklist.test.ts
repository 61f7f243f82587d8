// Checklists: ticks that stay, carry their day, follow other tabs; clearing, printing, copying.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklist as wire } from '../checklist/checklist';
import { copy } from '../links/copy';
import type { WithLinks } from '../load/links';
import { textOf } from '../page/make';
import { zh } from '../words/links';
import { checklist, openPage, recordOn, type Page } from './page';
import { MemoryStorage, texts } from './storage';

const links = (async (act) => act({ copy: (what, near, status) => copy(what, near, status, zh) } as Parameters<typeof act>[0])) as WithLinks;

function start(record = recordOn(), lang = 'zh-Hans'): Page & { one: HTMLInputElement; act: (name: string) => void } {
  const page = openPage(checklist(), record, lang);
  wire(page.find('[data-checklist]'), record, page.words, links);
  return { ...page, one: page.find('[data-item=before-one]'), act: (name) => page.find(`[data-action=${name}]`).click() };
}
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('a tick is remembered with its day, in both languages, and can be taken back', () => {
  const page = start();
  assert.equal(page.find('.fb-actions').hidden, false);
  page.one.click();
  assert.equal(page.record.last('tick', 'before-one')?.value, true);
  assert.equal(textOf(page.find('li')), '事项one 2025年7月4日');
  const english = start(page.record, 'en');
  assert.equal(english.one.checked, true);
  assert.equal(textOf(english.find('time')), '4 July 2025');
  assert.equal(english.find<HTMLTimeElement>('time').dateTime, '2025-07-04');
  assert.equal(english.find<HTMLInputElement>('[data-item=before-two]').checked, false);
  english.one.click();
  assert.equal(start(page.record).one.checked, false);
  assert.equal(english.doc.querySelector('time'), null);
});

test('what another tab ticks or clears shows here at once', async () => {
  const storage = new MemoryStorage();
  const here = start(recordOn(storage));
  const there = start(recordOn(storage));
  const pass = async (from: Page, to: Page): Promise<void> => {
    await from.record.saved();
    to.record.heard(texts(storage).slice(-1));
  };
  await there.record.opened;
  there.one.click();
  await pass(there, here);
  assert.equal(here.one.checked, true);
  here.act('reset');
  await pass(here, there);
  assert.equal(there.one.checked, false);
});

test('clearing is said, kept, and deletes nothing', () => {
  const page = start();
  page.act('reset');
  assert.equal(page.record.entries().length, 0);
  page.one.click();
  page.act('reset');
  assert.equal(page.one.checked, false);
  assert.equal(page.say(), '已清空，可以重新使用。');
  assert.equal(page.record.entries().length, 2);
  assert.deepEqual([page.record.entries()[1]!.kind, page.record.entries()[1]!.item], ['reset', 'before']);
  assert.equal(start(page.record).one.checked, false);
  page.one.click();
  assert.equal(start(page.record).one.checked, true);
});

test('printing marks the checklist and the page, until it is done', () => {
  const page = start();
  let seen = '';
  page.window.print = () => {
    seen = `${page.doc.documentElement.dataset.fbPrint} ${page.find('[data-checklist]').classList.contains('fb-print-this')}`;
  };
  page.act('print');
  assert.equal(seen, 'before true');
  page.window.dispatchEvent(new page.window.Event('afterprint'));
  assert.equal(page.doc.documentElement.hasAttribute('data-fb-print'), false);
  assert.equal(page.find('[data-checklist]').classList.contains('fb-print-this'), false);
});

const text = '承诺之前\n☑ 事项one\n☐ 事项two\nhttp://fieldbook.test/a/rule-08/?x=1#before';

test('copying: the clipboard, where there is one', async () => {
  const page = start();
  let copied = '';
  Object.defineProperty(page.window.navigator, 'clipboard', { value: { writeText: async (t: string) => void (copied = t) } });
  page.one.click();
  page.act('copy');
  await settled();
  assert.equal(copied, text);
  assert.equal(page.say(), '已复制。');
});

test('copying: the old command where the clipboard is missing or refuses; the focus comes back', async () => {
  for (const refuse of [false, true]) {
    const page = start();
    if (refuse) Object.defineProperty(page.window.navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    let copied = '';
    page.doc.execCommand = () => {
      const field = page.doc.activeElement as HTMLTextAreaElement;
      copied = page.find<HTMLTextAreaElement>('.fb-offscreen').value;
      return field !== null;
    };
    page.one.click();
    page.find('[data-action=copy]').focus();
    page.act('copy');
    await settled();
    assert.equal(copied, text);
    assert.equal(page.doc.querySelector('textarea'), null);
    assert.equal(page.doc.activeElement, page.find('[data-action=copy]'));
    assert.equal(page.say(), '已复制。');
  }
});

test('copying: by hand where nothing else works', async () => {
  const page = start();
  page.doc.execCommand = () => {
    throw new Error('no');
  };
  page.one.click();
  page.act('copy');
  page.act('copy');
  await settled();
  const fields = page.doc.querySelectorAll('textarea');
  assert.equal(fields.length, 1);
  const field = fields[0]!;
  assert.deepEqual([field.className, field.value, field.readOnly], ['fb-copy', text, true]);
  assert.equal(page.doc.activeElement, field);
  assert.equal(field.selectionEnd - field.selectionStart, text.length);
  assert.equal(field.getAttribute('aria-label'), '要复制的文字');
  assert.equal(page.say(), '浏览器没有允许复制，请自己复制下面选中的文字。');
});
