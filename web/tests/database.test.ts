// The database of the record, looked into by its own means: what stands where, what is asked of it, how it may be lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forceCloseDatabase, IDBDatabase as FakeDatabase, IDBFactory, IDBObjectStore as FakeStore, IDBTransaction as FakeTransaction } from 'fake-indexeddb';
import { indexed } from '../record/indexed';
import { isFull, type Text } from '../record/keep';
import { background } from './storage';

const tick = (id: string): Text => [id, JSON.stringify({ id, n: 1, t: 0, day: 20000, kind: 'tick', item: id, v: 1, value: true, where: 'lesson' })];
const ticks = (count: number, from = 0): Text[] => Array.from({ length: count }, (_, i) => tick(`e-${String(from + i).padStart(5, '0')}`));

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}

/** What stands in the database, read by nobody's means but its own. */
async function contents(factory: IDBFactory): Promise<{ log: [IDBValidKey, unknown][]; packed: string[]; meta: [IDBValidKey, unknown][] }> {
  const database = await result(factory.open('fieldbook'));
  assert.equal(database.version, 1);
  assert.deepEqual([...database.objectStoreNames], ['log', 'meta', 'packed']);
  const stores = database.transaction([...database.objectStoreNames]);
  const all = async (name: string): Promise<[IDBValidKey, unknown][]> => {
    const store = stores.objectStore(name);
    const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll() as IDBRequest<unknown[]>)]);
    return keys.map((key, i) => [key, values[i]]);
  };
  const [log, packed, meta] = await Promise.all([all('log'), all('packed'), all('meta')]);
  database.close();
  return { log, packed: packed.map(([, value]) => value as string), meta };
}

/** Puts something into the database past the record. */
async function put(factory: IDBFactory, store: string, value: unknown, key?: IDBValidKey): Promise<void> {
  const database = await result(factory.open('fieldbook'));
  await result(database.transaction(store, 'readwrite').objectStore(store).put(value, key));
  database.close();
}

/** With another method in place of one of the database's own, for as long as `act` takes. */
async function instead<T extends object, K extends keyof T>(prototype: T, name: K, method: (old: T[K]) => unknown, act: () => Promise<void>): Promise<void> {
  const old = prototype[name];
  prototype[name] = method(old) as T[K];
  try {
    await act();
  } finally {
    prototype[name] = old;
  }
}

test('a few entries stand singly under their ids, as they were written; a count beside them', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  const some = ticks(499);
  await keep.write(some);
  await keep.tell(3);
  const { log, packed, meta } = await contents(factory);
  assert.deepEqual(log, some);
  assert.deepEqual(packed, []);
  assert.deepEqual(meta, [['told', 3]]);
  await keep.drop([some[0]![0], 'unknown']);
  assert.deepEqual((await contents(factory)).log, some.slice(1));
  const found = await indexed(() => factory).read();
  assert.deepEqual(found, { texts: some.slice(1), packed: [], told: 3 });
});

test('many are packed by five hundred; what is no JSON stands singly among them', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  const [some, odd] = [ticks(1001), ['odd', '{broken'] as const];
  await keep.write([...some.slice(0, 7), odd, ...some.slice(7)]);
  const { log, packed } = await contents(factory);
  assert.deepEqual(log, [odd]);
  assert.deepEqual(packed.map((segment) => (JSON.parse(segment) as unknown[]).length), [500, 500, 1]);
  const found = await keep.read();
  assert.deepEqual(found.texts, [odd]);
  assert.deepEqual(found.packed!.map((entry) => JSON.stringify(entry)), some.map(([, text]) => text));
  assert.equal(found.told, 0);
});

test('single ones are packed once there are five hundred, at the visit that finds them', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(499));
  await keep.read();
  await background();
  assert.equal((await contents(factory)).log.length, 499);
  await keep.write(ticks(1, 499));
  assert.equal((await keep.read()).texts.length, 500, 'this visit still reads them singly');
  await background();
  const { log, packed } = await contents(factory);
  assert.deepEqual([log.length, packed.length], [0, 1]);
  assert.equal(packed[0], `[${ticks(500).map(([, text]) => text).join(',')}]`);
});

test('a segment that cannot be read is handed on as it stands, with a name of its own', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(500));
  await put(factory, 'packed', '[{"id":');
  await put(factory, 'meta', 'many', 'told');
  const found = await keep.read();
  assert.deepEqual(found.texts, [['packed 2', '[{"id":']]);
  assert.equal(found.packed!.length, 500);
  assert.equal(found.told, 0);
});

test('packing that fails leaves everything where it was', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(300));
  await keep.write(ticks(300, 300));
  const full = (): never => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  for (const name of ['clear', 'add'] as const) {
    await instead(FakeStore.prototype, name, () => full, async () => {
      assert.equal((await keep.read()).texts.length, 600);
      await background();
    });
    assert.deepEqual((await contents(factory)).log, ticks(600), name);
  }
  await keep.read();
  await background();
  assert.equal((await contents(factory)).packed.length, 2, 'and is done at a later visit');
});

test('kept means on the disk: strict, and committed at once where the browser can', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  const asked: string[] = [];
  let commits = 0;
  await instead(
    FakeDatabase.prototype,
    'transaction',
    (old) =>
      function (this: IDBDatabase, ...of: Parameters<IDBDatabase['transaction']>) {
        if (of[1] !== ('versionchange' as string)) asked.push(`${of[1]} ${of[2]?.durability}`);
        return old.apply(this, of);
      },
    () =>
      instead(
        FakeTransaction.prototype,
        'commit',
        (old) =>
          function (this: IDBTransaction) {
            commits++;
            old.call(this);
          },
        async () => {
          await keep.write(ticks(1));
          await keep.drop(['e-00000']);
          await keep.tell(1);
          assert.equal(commits, 3);
          await keep.read();
        },
      ),
  );
  assert.deepEqual(asked, ['readwrite strict', 'readwrite strict', 'readwrite strict', 'readonly strict']);
  // Safari 14
  await instead(FakeTransaction.prototype, 'commit', () => undefined, () => keep.write(ticks(2)));
  assert.equal((await keep.read()).texts.length, 2);
});

test('a write that is taken back is no write, and full is called full', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(1));
  for (const [name, full] of [['QuotaExceededError', true], ['', false]] as const) {
    const takenBack = () =>
      function (this: IDBTransaction) {
        this.abort();
        Object.defineProperty(this, 'error', { value: name ? new DOMException('no', name) : null });
      };
    await instead(FakeTransaction.prototype, 'commit', takenBack, () =>
      assert.rejects(keep.write(ticks(3)), (error: DOMException) => isFull(error) === full && error.name === (name || 'AbortError')),
    );
  }
  assert.equal((await keep.read()).texts.length, 1);
  await keep.write(ticks(3));
  assert.equal((await keep.read()).texts.length, 3);
});

test('a reading that fails is said to have failed', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(1));
  for (const name of ['getAll', 'getAllKeys', 'get'] as const) {
    const failing = () => () => {
      const request: Partial<IDBRequest> = { error: new DOMException('no', 'UnknownError') };
      setImmediate(() => request.onerror!.call(request as IDBRequest, new Event('error')));
      return request;
    };
    await instead(FakeStore.prototype, name, failing, () => assert.rejects(keep.read(), { name: 'UnknownError' }));
  }
  assert.equal((await keep.read()).texts.length, 1);
});

test('a database that is refused or blocked says so at once, and is asked for again the next time', async () => {
  const factory = new IDBFactory();
  for (const [event, name] of [['onerror', 'QuotaExceededError'], ['onblocked', 'AbortError']] as const) {
    let refusing = true;
    const keep = indexed(() => {
      if (!refusing) return factory;
      const request: Partial<IDBOpenDBRequest> = { error: new DOMException('no', 'QuotaExceededError') };
      setImmediate(() => request[event]!.call(request as IDBOpenDBRequest, new Event('x') as IDBVersionChangeEvent));
      return { open: () => request } as unknown as IDBFactory;
    });
    const clocks = (): number => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
    const before = clocks();
    await assert.rejects(keep.write(ticks(1)), { name });
    await new Promise((next) => setImmediate(next));
    assert.equal(clocks(), before);
    refusing = false;
    await keep.write(ticks(1));
    assert.equal((await keep.read()).texts.length, 1);
  }
});

test('it is opened once for all that is asked of it', async () => {
  const factory = new IDBFactory();
  let opened = 0;
  const keep = indexed(() => (opened++, factory));
  await Promise.all([keep.read(), keep.write(ticks(1)), keep.tell(1)]);
  await keep.read();
  assert.equal(opened, 1);
});

test('deleted or renewed from elsewhere: it is out of the way at once, and no write is lost', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(1));
  const request = factory.deleteDatabase('fieldbook');
  request.onblocked = () => assert.fail('this tab is in the way');
  await result(request);
  await keep.write(ticks(1, 1));
  assert.deepEqual((await contents(factory)).log, ticks(1, 1));
  const newer = await result(factory.open('fieldbook', 2));
  await assert.rejects(keep.write(ticks(1)), { name: 'VersionError' });
  newer.close();
});

test('taken away by the browser: whoever asked is told, and the next write opens it anew', async () => {
  const factory = new IDBFactory();
  const databases: IDBDatabase[] = [];
  const open = factory.open.bind(factory);
  factory.open = (...of) => {
    const request = open(...of);
    request.addEventListener('success', () => databases.push(request.result));
    return request;
  };
  // nobody has asked yet
  const unheard = indexed(() => factory);
  await unheard.write(ticks(1));
  forceCloseDatabase(databases.pop() as never);
  await background();
  await unheard.write(ticks(2));
  const keep = indexed(() => factory);
  let lost = 0;
  keep.onLost(() => lost++);
  await keep.read();
  assert.equal(lost, 0);
  forceCloseDatabase(databases.pop() as never);
  await background();
  assert.equal(lost, 1);
  await keep.write(ticks(3));
  assert.equal((await keep.read()).texts.length, 3);
});

test('closing under a write: that one is refused, the next opens it anew', async () => {
  const factory = new IDBFactory();
  const keep = indexed(() => factory);
  await keep.write(ticks(1));
  const closed = (): never => {
    throw new DOMException('no', 'InvalidStateError');
  };
  let opened = 0;
  const open = factory.open.bind(factory);
  factory.open = (...of) => (opened++, open(...of));
  await instead(FakeDatabase.prototype, 'transaction', () => closed, () => assert.rejects(keep.write(ticks(2)), { name: 'InvalidStateError' }));
  await keep.write(ticks(2));
  assert.equal(opened, 1);
  assert.equal((await keep.read()).texts.length, 2);
});

test('what hangs is given up: opening, reading and writing', async (t) => {
  const factory = new IDBFactory();
  const hanging = (): Partial<IDBRequest> => ({});
  const keep = indexed(() => factory);
  await keep.write(ticks(1));
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const givenUp = async (promise: Promise<unknown>): Promise<void> => {
    let settled = '';
    const waiting = promise.then(() => (settled = 'done'), (error: Error) => (settled = error.name));
    for (let step = 0; step < 20 && !settled; step++) {
      await new Promise((next) => setImmediate(next));
      t.mock.timers.tick(1000);
    }
    await waiting;
    assert.equal(settled, 'TimeoutError');
  };
  await givenUp(indexed(() => ({ open: hanging }) as unknown as IDBFactory).write(ticks(1)));
  await instead(FakeStore.prototype, 'getAll', () => hanging, () => givenUp(keep.read()));
  await instead(FakeDatabase.prototype, 'transaction', () => () => ({ objectStore: () => ({ put() {} }) }), () => givenUp(keep.write(ticks(2))));
});
