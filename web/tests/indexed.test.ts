// The record in IndexedDB: what moves over, what is packed, and every way in which it may fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import type { Entry } from '../record/entry';
import { indexed } from '../record/indexed';
import type { Keep } from '../record/keep';
import { local } from '../record/local';
import { openRecord, type LearnerRecord } from '../record/record';
import { midnight } from './records';
import { background, MemoryStorage, refused, texts } from './storage';

let tabs = 0;

function recordIn(...keeps: Keep[]): LearnerRecord {
  return openRecord({ keeps, clock: () => midnight, random: () => `idb${++tabs}` });
}

/** Does as the real one, but for the operations that `fails` names, counted from 1. */
function faulty(keep: Keep, fails: (operation: number) => boolean, error: () => unknown): Keep {
  let operation = 0;
  const or = <T>(act: () => Promise<T>): Promise<T> => (fails(++operation) ? Promise.reject(error()) : act());
  return {
    read: () => or(() => keep.read()),
    write: (found) => or(() => keep.write(found)),
    drop: (ids) => or(() => keep.drop(ids)),
    tell: (count) => or(() => keep.tell(count)),
    onLost: (listener) => keep.onLost(listener),
  };
}

async function itemsIn(...keeps: Keep[]): Promise<string[]> {
  const record = recordIn(...keeps);
  await record.opened;
  return record.entries().map(({ item }) => item);
}

test('what was written is there at the next visit, in order', async () => {
  const factory = new IDBFactory();
  const record = recordIn(indexed(() => factory));
  for (const item of ['a', 'b', 'c']) record.add({ kind: 'tick', item, value: true });
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(await itemsIn(indexed(() => factory)), ['a', 'b', 'c']);
});

test('entries of the first version move over unchanged, unreadable ones too, and leave nothing behind', async () => {
  const [factory, storage] = [new IDBFactory(), new MemoryStorage()];
  const old = recordIn(local(() => storage));
  for (const item of ['a', 'b']) old.add({ kind: 'tick', item, value: true });
  await old.saved();
  storage.setItem('fieldbook:log:odd', '{broken');
  storage.setItem('elsewhere', 'stays');
  const before = new Map(texts(storage));
  const record = recordIn(indexed(() => factory), local(() => storage));
  await record.opened;
  assert.deepEqual(record.entries(), old.entries());
  assert.deepEqual(record.aside(), ['{broken']);
  await background();
  assert.deepEqual([...storage.map.keys()], ['elsewhere']);
  const found = await indexed(() => factory).read();
  assert.deepEqual(new Map(found.texts), before);
});

test('many entries are packed, and are the same afterwards; unreadable ones stay as they stand', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  const record = recordIn(keep);
  await record.opened;
  const some: Entry[] = Array.from({ length: 1200 }, (_, i) => ({ id: `bulk-${i}`, n: i + 1, t: 0, day: 20000, kind: 'tick', item: `i${i}`, v: 1, value: true, where: 'lesson' }));
  assert.equal(record.take(some), 1200);
  assert.equal(await record.saved(), 'kept');
  await keep.write([['odd', '{broken']]);
  for (let visit = 1; visit <= 3; visit++) {
    const later = recordIn(indexed(() => factory));
    await later.opened;
    assert.deepEqual(later.entries(), some);
    assert.deepEqual(later.aside(), ['{broken']);
    await background();
  }
  const { texts: single, packed } = await keep.read();
  assert.deepEqual(single, [['odd', '{broken']]);
  assert.equal(packed?.length, 1200);
});

for (const [name, error] of [
  ['full', () => new DOMException('no', 'QuotaExceededError')],
  ['refused', () => new DOMException('no', 'SecurityError')],
  ['aborted', () => new DOMException('no', 'AbortError')],
] as const) {
  test(`${name} at any operation: nothing is lost in the visit, and all of it is there at the next`, async () => {
    for (let failing = 1; failing <= 9; failing++) {
      const [factory, storage] = [new IDBFactory(), new MemoryStorage()];
      const first = recordIn(local(() => storage));
      first.add({ kind: 'tick', item: 'old', value: true });
      await first.saved();
      const record = recordIn(faulty(indexed(() => factory), (n) => n === failing, error), local(() => storage));
      for (const item of ['a', 'b', 'c', 'd']) {
        record.add({ kind: 'tick', item, value: true });
        await record.saved();
      }
      assert.deepEqual(new Set(record.entries().map(({ item }) => item)), new Set(['old', 'a', 'b', 'c', 'd']), `operation ${failing}`);
      assert.equal(record.health().kept, 'kept');
      assert.deepEqual(new Set(await itemsIn(indexed(() => factory), local(() => storage))), new Set(['old', 'a', 'b', 'c', 'd']), `operation ${failing}`);
    }
  });
}

test('refused altogether: localStorage keeps it; refused there too: this visit does, and says so', async () => {
  const storage = new MemoryStorage();
  const no = (): IDBFactory => refused() as never;
  const record = recordIn(indexed(no), local(() => storage));
  record.add({ kind: 'tick', item: 'a', value: true });
  assert.equal(await record.saved(), 'kept');
  assert.equal(texts(storage).length, 1);
  const alone = recordIn(indexed(no), local(refused));
  alone.add({ kind: 'tick', item: 'a', value: true });
  assert.equal(await alone.saved(), 'refused');
  assert.equal(alone.last('tick', 'a')?.value, true);
});

test('a database of a later version is left alone, and localStorage keeps what is new', async () => {
  const [factory, storage] = [new IDBFactory(), new MemoryStorage()];
  await new Promise<void>((done) => {
    const request = factory.open('fieldbook', 2);
    request.onsuccess = () => (request.result.close(), done());
  });
  const record = recordIn(indexed(() => factory), local(() => storage));
  record.add({ kind: 'tick', item: 'a', value: true });
  assert.equal(await record.saved(), 'kept');
  assert.equal(texts(storage).length, 1);
});

test('a storage that hangs is given up after three seconds', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const storage = new MemoryStorage();
  const hanging = { open: () => ({}) } as unknown as IDBFactory;
  const record = recordIn(indexed(() => hanging), local(() => storage));
  record.add({ kind: 'tick', item: 'a', value: true });
  let saved = false;
  const waiting = record.saved().then(() => (saved = true));
  for (let step = 0; step < 10 && !saved; step++) {
    await new Promise((next) => setImmediate(next));
    t.mock.timers.tick(3000);
  }
  await waiting;
  assert.equal(texts(storage).length, 1);
});

test('left before the database has answered: it is in localStorage at once, and moves over at the next visit', async () => {
  const [factory, storage] = [new IDBFactory(), new MemoryStorage()];
  const keeps = (): Keep[] => [indexed(() => factory), local(() => storage)];
  const record = recordIn(...keeps());
  await record.opened;
  record.add({ kind: 'tick', item: 'a', value: true });
  record.leave();
  assert.equal(texts(storage).length, 1);
  await record.saved();
  record.leave();
  assert.equal(texts(storage).length, 1, 'nothing is left over to be written');
  assert.deepEqual(await itemsIn(...keeps()), ['a']);
});

test('cleared in the middle of a visit: what this tab knows is written again', async () => {
  const factory = new IDBFactory();
  let lost = (): void => {};
  const keep = indexed(() => factory);
  const record = recordIn({ ...keep, onLost: (listener) => (lost = listener) });
  for (const item of ['a', 'b']) record.add({ kind: 'tick', item, value: true });
  await record.saved();
  await keep.drop(record.entries().map(({ id }) => id));
  assert.deepEqual(await itemsIn(indexed(() => factory)), []);
  lost();
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(await itemsIn(indexed(() => factory)), ['a', 'b']);
});
