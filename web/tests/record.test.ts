// The record: laws of merging, resets, two tabs, and storages that fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, type Entry, type Kind } from '../record/entry';
import { last, merge } from '../record/log';
import { midnight, recordOn } from './records';
import { FailingStorage, MemoryStorage, refused, texts } from './storage';

const kinds: Kind[] = ['answer', 'tick', 'read', 'reset'];
const entries = fc.array(
  fc.record({
    id: fc.constantFrom('a-1', 'a-2', 'a-3', 'b-1', 'b-2', 'c-1', 'c-2', 'c-3'),
    n: fc.nat(4),
    t: fc.nat(9),
    day: fc.constant(20000),
    kind: fc.constantFrom(...kinds),
    item: fc.constantFrom('x', 'y', 'list', '*'),
    v: fc.constant(1),
    value: fc.boolean(),
    where: fc.constant('lesson' as const),
    // as JSON.parse makes them: an object without a prototype never comes out of a storage
  }, { noNullPrototype: true }) as fc.Arbitrary<Entry>,
);

test('merging is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(entries, entries, entries, (a, b, c) => {
      assert.deepEqual(merge(a, b), merge(b, a));
      assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)));
      assert.deepEqual(merge(merge(a, b), b), merge(a, b));
    }),
  );
});

test('a log is in order of n, then of id, and holds every id once', () => {
  fc.assert(
    fc.property(entries, (a) => {
      const log = merge(a, []);
      assert.deepEqual(new Set(log.map((e) => e.id)), new Set(a.map((e) => e.id)));
      for (let i = 1; i < log.length; i++) {
        const [one, two] = [log[i - 1]!, log[i]!];
        assert.ok(one.n < two.n || (one.n === two.n && one.id < two.id));
      }
    }),
  );
});

test('one id with two contents: of both, the one whose text comes first, in every tab and every version', () => {
  const [yes, no] = [true, false].map((value): Entry => ({ id: 'a-1', n: 1, t: 0, day: 20000, kind: 'tick', item: 'x', v: 1, value, where: 'lesson' }));
  for (const log of [merge([yes!], [no!]), merge([no!], [yes!]), merge([no!, yes!], []), merge([yes!, no!, yes!], [yes!])]) assert.deepEqual(log, [no]);
});

test('the last of a kind, for the item it was asked of, among others of every kind', () => {
  const log: Entry[] = [];
  const put = (kind: Kind, item: string, more: Partial<Entry> = {}): Entry => {
    const entry: Entry = { id: `a-${log.length}`, n: log.length, t: 0, day: 20000, kind, item, v: 1, where: 'lesson', ...more };
    log.push(entry);
    return entry;
  };
  assert.equal(last(log, 'read', 'x'), undefined);
  const read = put('read', 'x');
  const early = put('answer', 'x', { value: 'a', ok: true });
  const late = put('answer', 'x', { value: 'b', ok: false, v: 2 });
  put('answer', 'x', { value: 'c', ok: true, v: 1 });
  put('answer', 'y', { value: 'd', ok: true, v: 3 });
  const tick = put('tick', 'x', { value: true });
  put('read', 'y');
  assert.equal(last(log, 'read', 'x'), read);
  assert.equal(last(log, 'tick', 'x'), tick);
  assert.equal(last(log, 'answer', 'x')!.value, 'c');
  assert.equal(last(log, 'answer', 'x', { v: 2 }), late);
  assert.equal(last(log, 'answer', 'x', { v: 3 }), undefined);
  assert.equal(last(log, 'exam', 'x'), undefined);
  assert.equal(last(log, 'answer', 'z'), undefined);
  assert.equal(last(log.slice(0, 2), 'answer', 'x'), early);
  // a reset hides by item, by list or all, and only what stands before it
  for (const [item, hidden] of [['x', true], ['list', true], ['*', true], ['y', false], ['another list', false]] as const) {
    const after: Entry[] = [...log, { ...read, id: 'b-1', n: 99, kind: 'reset', item }];
    assert.equal(last(after, 'tick', 'x', { groups: ['one', 'list'] }), hidden ? undefined : tick, item);
  }
  put('reset', 'x');
  assert.equal(last(log, 'reset', 'x'), undefined);
  const again = put('tick', 'x', { value: false });
  assert.equal(last(log, 'tick', 'x'), again);
  assert.equal(last(log, 'read', 'x'), undefined);
});

test('nothing that stands before a reset comes back, in whatever order the log arrives', () => {
  fc.assert(
    fc.property(entries, fc.constantFrom('x', 'list', '*'), (a, item) => {
      const reset: Entry = { id: 'z-1', n: 9, t: 0, day: 20000, kind: 'reset', item, v: 1, where: 'lesson' };
      for (const log of [merge(a, [reset]), merge([reset], a)]) assert.equal(last(log, 'tick', 'x', { groups: ['list'] }), undefined);
    }),
  );
});

test('a reset of another item hides nothing', () => {
  const record = recordOn();
  record.add({ kind: 'tick', item: 'x', value: true });
  record.add({ kind: 'reset', item: 'y' });
  assert.equal(record.last('tick', 'x', { groups: ['list'] })?.value, true);
});

test('an entry has the fields of version 1, and no others', async () => {
  const storage = new MemoryStorage();
  const record = recordOn(storage);
  await record.opened;
  const answer = record.add({ kind: 'answer', item: 'q', v: 3, value: 'a', ok: false });
  assert.deepEqual(answer, { id: answer.id, n: 1, t: +midnight, day: dayOf(midnight), kind: 'answer', item: 'q', v: 3, value: 'a', ok: false, where: 'lesson' });
  assert.match(answer.id, /^tab\d+-1$/);
  const tick = record.add({ kind: 'tick', item: 'i', value: true });
  assert.deepEqual(Object.keys(tick), ['id', 'n', 't', 'day', 'kind', 'item', 'v', 'value', 'where']);
  const reset = record.add({ kind: 'reset', item: 'c' });
  assert.deepEqual(Object.keys(reset), ['id', 'n', 't', 'day', 'kind', 'item', 'v', 'where']);
  await record.saved();
  assert.deepEqual(JSON.parse(storage.getItem('fieldbook:log:' + answer.id)!), answer);
  assert.deepEqual(
    [...storage.map.keys()].filter((key) => !key.startsWith('fieldbook:')),
    [],
  );
});

test('the day is the learner’s own, from midnight to midnight', () => {
  assert.equal(dayOf(new Date(2025, 6, 4, 0, 0)), Date.UTC(2025, 6, 4) / 864e5);
  assert.equal(dayOf(new Date(2025, 6, 4, 23, 59)), Date.UTC(2025, 6, 4) / 864e5);
});

test('two tabs on one storage lose nothing, though neither hears the other', async () => {
  const storage = new MemoryStorage();
  const [one, two] = [recordOn(storage), recordOn(storage)];
  for (let i = 0; i < 5; i++) {
    one.add({ kind: 'tick', item: `one-${i}`, value: true });
    two.add({ kind: 'tick', item: `two-${i}`, value: true });
  }
  await Promise.all([one.saved(), two.saved()]);
  const later = recordOn(storage);
  await later.opened;
  assert.equal(later.entries().length, 10);
  one.reload();
  two.reload();
  await Promise.all([one.saved(), two.saved()]);
  assert.deepEqual(one.entries(), later.entries());
  assert.deepEqual(two.entries(), later.entries());
});

test('what another tab writes is heard, counted on from, and does not come twice', async () => {
  const storage = new MemoryStorage();
  const [one, two] = [recordOn(storage), recordOn(storage)];
  await two.opened;
  let changes = 0;
  two.onChange(() => changes++);
  for (let i = 0; i < 3; i++) one.add({ kind: 'tick', item: 'x', value: i === 2 });
  await one.saved();
  for (const text of texts(storage)) {
    two.heard([text]);
    two.heard([text]);
  }
  assert.equal(changes, 6);
  assert.equal(two.entries().length, 3);
  assert.equal(two.last('tick', 'x')?.value, true);
  assert.equal(two.add({ kind: 'tick', item: 'x', value: false }).n, 4);
});

test('what is added before the storage has opened comes after everything that was there', async () => {
  const storage = new MemoryStorage();
  const first = recordOn(storage);
  for (let i = 0; i < 3; i++) first.add({ kind: 'tick', item: 'x', value: false });
  await first.saved();
  const hasty = recordOn(storage);
  hasty.add({ kind: 'tick', item: 'x', value: true });
  assert.equal(hasty.last('tick', 'x')?.value, true);
  await hasty.saved();
  assert.equal(hasty.last('tick', 'x')?.value, true);
  const later = recordOn(storage);
  await later.opened;
  assert.equal(later.last('tick', 'x')?.value, true);
  assert.deepEqual(later.entries().map(({ value }) => value), [false, false, false, true]);
});

test('an answer to an older version is kept and not counted', () => {
  const record = recordOn();
  record.add({ kind: 'answer', item: 'q', v: 2, value: 'a', ok: true });
  record.add({ kind: 'answer', item: 'q', v: 1, value: 'b', ok: false });
  assert.equal(record.last('answer', 'q', { v: 2 })?.value, 'a');
  assert.equal(record.last('answer', 'q', { v: 3 }), undefined);
  assert.equal(record.entries().length, 2);
});

test('storage refused at the touch: the record works in memory and says so', async () => {
  const record = recordOn(refused);
  await record.opened;
  assert.equal(record.health().kept, 'refused');
  record.add({ kind: 'tick', item: 'x', value: true });
  assert.equal(record.last('tick', 'x')?.value, true);
  assert.equal(await record.saved(), 'refused');
  assert.equal(record.health().kept, 'refused');
});

test('storage refused at first and there later: what was kept in memory is saved, and what stood there is read', async () => {
  const storage = new MemoryStorage();
  const before = recordOn(storage);
  before.add({ kind: 'tick', item: 'old', value: true });
  await before.saved();
  let open = false;
  const record = recordOn(() => (open ? storage : refused()));
  record.add({ kind: 'tick', item: 'x', value: true });
  assert.equal(await record.saved(), 'refused');
  open = true;
  record.add({ kind: 'tick', item: 'y', value: true });
  assert.equal(await record.saved(), 'kept');
  assert.equal(storage.length, 3);
  assert.equal(record.last('tick', 'old')?.value, true);
});

test('a write that fails, whichever it is: nothing is lost in the visit, and the next write brings it along', async () => {
  for (let failing = 1; failing <= 5; failing++) {
    const storage = new FailingStorage((write) => write === failing);
    const record = recordOn(storage);
    for (let i = 1; i <= 5; i++) {
      record.add({ kind: 'tick', item: `x${i}`, value: true });
      assert.equal(record.last('tick', `x${i}`)?.value, true);
      assert.equal(await record.saved(), i === failing ? 'full' : 'kept', `write ${failing}, entry ${i}`);
    }
    assert.equal(storage.length, failing === 5 ? 4 : 5);
  }
});

test('a full storage is called full, a forbidden one refused, and one that forgets refused', async () => {
  for (const [name, kept] of [
    ['QuotaExceededError', 'full'],
    ['NS_ERROR_DOM_QUOTA_REACHED', 'full'],
    ['SecurityError', 'refused'],
  ] as const) {
    const record = recordOn(new FailingStorage(() => true, name));
    await record.opened;
    assert.equal(record.health().kept, 'kept');
    record.add({ kind: 'tick', item: 'x', value: true });
    assert.equal(await record.saved(), kept);
  }
  const forgetful = new MemoryStorage();
  forgetful.setItem = () => {};
  const record = recordOn(forgetful);
  record.add({ kind: 'tick', item: 'x', value: true });
  assert.equal(await record.saved(), 'refused');
});

test('a full storage that still takes a small entry gets it', async () => {
  const storage = new MemoryStorage();
  const set = storage.setItem.bind(storage);
  storage.setItem = (key, value) => {
    if (value.length > 300) throw new DOMException('no', 'QuotaExceededError');
    set(key, value);
  };
  const record = recordOn(storage);
  record.add({ kind: 'answer', item: 'q', value: 'x'.repeat(400), ok: false });
  record.add({ kind: 'tick', item: 'small', value: true });
  assert.equal(await record.saved(), 'full');
  assert.deepEqual([...storage.map.values()].map((text) => (JSON.parse(text) as Entry).item), ['small']);
});

test('unreadable entries are left as they are, counted, and passed over', async () => {
  const storage = new MemoryStorage();
  const first = recordOn(storage);
  first.add({ kind: 'tick', item: 'x', value: true });
  await first.saved();
  const good = first.entries()[0]!;
  const odd: [string, string][] = [
    ['broken', '{"id":'],
    ['null', 'null'],
    ['list', '[]'],
    ['other-id', JSON.stringify(good)],
    ['kind', JSON.stringify({ ...good, id: 'kind', kind: 'dream' })],
    ['proto', JSON.stringify({ ...good, id: 'proto', kind: 'toString' })],
    ['ok', JSON.stringify({ ...good, id: 'ok', kind: 'answer', value: 'a' })],
    ['day', JSON.stringify({ ...good, id: 'day', day: 1e12 })],
    ['huge', JSON.stringify({ ...good, id: 'huge', n: Number.MAX_SAFE_INTEGER })],
    ['newer', JSON.stringify({ ...good, id: 'newer', schema: 2, n: 70 })],
  ];
  for (const [id, text] of odd) storage.setItem('fieldbook:log:' + id, text);
  storage.setItem('another-site', 'whatever');
  const before = new Map(storage.map);
  const record = recordOn(storage);
  await record.opened;
  assert.deepEqual(record.health(), { kept: 'kept', aside: odd.length, untold: odd.length });
  assert.deepEqual(record.entries(), [good]);
  assert.deepEqual(new Set(record.aside()), new Set(odd.map(([, text]) => text)));
  assert.deepEqual(storage.map, before);
  // What a later version wrote is not understood, but it did come first.
  assert.equal(record.add({ kind: 'tick', item: 'x', value: false }).n, 71);
  record.told();
  await record.saved();
  assert.equal(record.health().untold, 0);
  const again = recordOn(storage);
  await again.opened;
  assert.equal(again.health().untold, 0);
  storage.setItem('fieldbook:log:more', '?');
  const more = recordOn(storage);
  await more.opened;
  assert.deepEqual(more.health(), { kept: 'kept', aside: odd.length + 1, untold: 1 });
});
