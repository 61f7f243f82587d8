// The notice about the record: what a learner is told when something is not kept or cannot be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notice } from '../notice/notice';
import { textOf } from '../page/make';
import { zh } from '../words/notice';
import { checklist, openPage, recordOn, single, type Page } from './page';
import { FailingStorage, MemoryStorage, refused } from './storage';

async function start(html: string, record = recordOn()): Promise<Page & { told: () => string }> {
  await record.opened;
  const page = openPage(html, record);
  notice(page.doc, record, zh);
  return {
    ...page,
    told: () => {
      page.frame();
      return [...page.doc.querySelectorAll('[role=status] .fb-notice')].map(textOf).join('|');
    },
  };
}

test('nothing is said while all is well, nor on a page that records nothing', async () => {
  const page = await start(single());
  page.record.add({ kind: 'tick', item: 'x', value: true });
  await page.record.saved();
  assert.equal(page.told(), '');
  assert.equal((await start('<p>…</p>', recordOn(refused))).doc.querySelector('.fb-notices'), null);
});

test('refused storage is said at once', async () => {
  assert.match((await start(single(), recordOn(refused))).told(), /^浏览器不允许保存/);
});

test('a full storage is said beside the widget in use, once, and no longer when saving works again', async () => {
  const page = await start(single() + checklist(), recordOn(new FailingStorage((write) => write <= 4)));
  page.find('[data-item=before-two]').focus();
  page.record.add({ kind: 'tick', item: 'before-two', value: true });
  await page.record.saved();
  assert.match(page.told(), /^浏览器的存储空间已满/);
  assert.equal(page.find('.fb-notices').nextElementSibling, page.find('.fb-checklist'));
  page.record.add({ kind: 'tick', item: 'before-two', value: false });
  await page.record.saved();
  assert.equal(page.doc.querySelectorAll('.fb-notice').length, 1);
  page.record.add({ kind: 'tick', item: 'before-two', value: true });
  page.record.add({ kind: 'tick', item: 'before-two', value: true });
  await page.record.saved();
  assert.equal(page.told(), '');
});

test('unreadable entries are said until the learner has read it', async () => {
  const storage = new MemoryStorage();
  storage.setItem('fieldbook:log:a-1', '{');
  const page = await start(single(), recordOn(storage));
  assert.match(page.told(), /^有1条学习记录读不出来/);
  page.find('.fb-notice-close').click();
  await page.record.saved();
  assert.equal(page.told(), '');
  assert.equal((await start(single(), recordOn(storage))).told(), '');
  assert.equal(storage.getItem('fieldbook:log:a-1'), '{');
});
