// The record in a browser: what one tab writes and another has to learn of, by whichever way there is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { openInBrowser } from '../record/browser';
import type { Entry } from '../record/entry';
import type { LearnerRecord } from '../record/record';
import { background, MemoryStorage, refused, texts } from './storage';

/** What the tabs of one browser share. A channel hands over what was sent, a moment later and never to its own tab. */
class Browser {
  readonly factory = new IDBFactory();
  readonly storage = new MemoryStorage();
  readonly names = new Set<string>();
  private readonly channels = new Set<{ onmessage?: (event: { data: unknown }) => void }>();

  constructor(readonly refuses: { indexedDB?: boolean; channel?: boolean } = {}) {}

  open(): Tab {
    const { factory, storage, names, channels, refuses } = this;
    const page = Object.assign(new EventTarget(), {
      document: Object.assign(new EventTarget(), { hidden: false }),
      crypto,
      localStorage: storage,
      BroadcastChannel: class {
        onmessage?: (event: { data: unknown }) => void;
        constructor(name: string) {
          if (refuses.channel) throw new TypeError('not a constructor');
          names.add(name);
          channels.add(this);
        }
        postMessage(data: unknown): void {
          const copy = structuredClone(data);
          for (const other of channels) if (other !== this) setImmediate(() => other.onmessage?.({ data: copy }));
        }
      },
    });
    Object.defineProperty(page, 'indexedDB', { get: () => (refuses.indexedDB ? refused() : factory) });
    return { page, record: openInBrowser(page as unknown as Window & typeof globalThis) };
  }
}

interface Tab {
  page: EventTarget & { document: EventTarget & { hidden: boolean } };
  record: LearnerRecord;
}

const items = (record: LearnerRecord): string[] => record.entries().map(({ item }) => item);

async function tick(record: LearnerRecord, item: string): Promise<Entry> {
  const entry = record.add({ kind: 'tick', item, value: true });
  assert.equal(await record.saved(), 'kept');
  return entry;
}

test('what one tab adds, the other hears at once and a later one finds', async () => {
  const browser = new Browser();
  const [one, two] = [browser.open(), browser.open()];
  await Promise.all([one.record.opened, two.record.opened]);
  let changes = 0;
  two.record.onChange(() => changes++);
  const before = Date.now();
  const entry = await tick(one.record, 'a');
  await background();
  assert.deepEqual(two.record.entries(), [entry]);
  assert.equal(changes, 1);
  assert.ok(entry.t >= before && entry.t <= Date.now());
  assert.deepEqual([...browser.names], ['fieldbook']);
  assert.deepEqual(texts(browser.storage), [], 'it stands in the database');
  const three = browser.open();
  await three.record.opened;
  assert.deepEqual(items(three.record), ['a']);
});

test('no two tabs give an entry the same name', async () => {
  const browser = new Browser();
  const tabs = Array.from({ length: 40 }, () => browser.open().record);
  const ids = tabs.map((record) => record.add({ kind: 'tick', item: 'a', value: true }).id);
  assert.equal(new Set(ids).size, 40);
  // two numbers of 32 bits, in letters and digits
  for (const id of ids) assert.match(id, /^[0-9a-z]{2,14}-1$/);
  assert.ok(ids.some((id) => id.length > 10), ids.join());
  await Promise.all(tabs.map((record) => record.saved()));
});

test('a tab of the first version, or without the database, is heard by its storage', async () => {
  const { page, record } = new Browser().open();
  await record.opened;
  const old = { id: 'old-1', n: 7, t: 0, day: 20000, kind: 'tick', item: 'a', v: 1, value: true, where: 'lesson' };
  const event = (key: string | null, newValue: string | null): boolean =>
    page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  event('fieldbook:log:old-1', JSON.stringify(old));
  assert.deepEqual(record.entries(), [old]);
  // a setting, what another site part keeps, an entry that moved to the database, a cleared storage
  event('fieldbook:told', '3');
  event('unlike-fieldbook:log:x', '{}');
  event('fieldbook:log:old-1', null);
  event(null, null);
  assert.deepEqual(record.entries(), [old]);
  assert.deepEqual(record.aside(), []);
});

test('without the database and without a channel: a tab that is looked at again knows what the others wrote', async () => {
  const browser = new Browser({ indexedDB: true, channel: true });
  const [one, two] = [browser.open(), browser.open()];
  await Promise.all([one.record.opened, two.record.opened]);
  await tick(one.record, 'a');
  assert.equal(texts(browser.storage).length, 1);
  const turn = async (hidden: boolean): Promise<void> => {
    two.page.document.hidden = hidden;
    two.page.document.dispatchEvent(new Event('visibilitychange'));
    await two.record.saved();
  };
  await turn(true);
  assert.deepEqual(items(two.record), []);
  await turn(false);
  assert.deepEqual(items(two.record), ['a']);
});

test('a page out of the back/forward cache reads anew', async () => {
  const browser = new Browser({ channel: true });
  const [one, two] = [browser.open(), browser.open()];
  await Promise.all([one.record.opened, two.record.opened]);
  await tick(one.record, 'a');
  const show = async (persisted: boolean): Promise<void> => {
    two.page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    await two.record.saved();
  };
  await show(false);
  assert.deepEqual(items(two.record), []);
  await show(true);
  assert.deepEqual(items(two.record), ['a']);
});

test('an answer given on the way out is not lost', async () => {
  const browser = new Browser();
  const { page, record } = browser.open();
  await record.opened;
  record.add({ kind: 'tick', item: 'a', value: true });
  assert.deepEqual(texts(browser.storage), []);
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(texts(browser.storage).length, 1);
});
