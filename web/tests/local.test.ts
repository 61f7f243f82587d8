// Entries in localStorage: a key each, all or none, and nobody else's keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '../record/local';
import { FailingStorage, MemoryStorage, refused } from './storage';

test('its own keys are read, whatever else stands there; what goes away under the reading is passed over', async () => {
  const storage = new MemoryStorage();
  for (const [key, value] of [
    ['a fieldbook:log:', 'x'],
    ['fieldbook:log:a-1', 'one'],
    ['fieldbook:log', 'x'],
    ['fieldbook:log:', ''],
    ['fieldbook:daily', '8'],
    ['fieldbook:log:a-2', '{'],
    ['fieldbook:log:gone', 'x'],
  ] as const) {
    storage.setItem(key, value);
  }
  const get = storage.getItem.bind(storage);
  // two other tabs: one has just taken an entry out, the other a key, after they were counted
  storage.getItem = (key) => (key === 'fieldbook:log:gone' ? null : get(key));
  const key = storage.key.bind(storage);
  storage.key = (index) => (index === 0 ? null : key(index));
  const asked: number[] = [];
  const { texts, told } = await local(() => new Proxy(storage, { get: (target, name) => (name === 'key' ? (i: number) => (asked.push(i), target.key(i)) : Reflect.get(target, name, target)) })).read();
  assert.deepEqual(texts, [['a-1', 'one'], ['', ''], ['a-2', '{']]);
  assert.equal(told, 0);
  assert.deepEqual(asked, [0, 1, 2, 3, 4, 5, 6]);
});

test('a count of notices that is no number counts as none', async () => {
  const storage = new MemoryStorage();
  const keep = local(() => storage);
  for (const [text, told] of [['3', 3], ['many', 0], ['', 0]] as const) {
    storage.setItem('fieldbook:told', text);
    assert.equal((await keep.read()).told, told);
  }
  await keep.tell(12);
  assert.deepEqual([...storage.map], [['fieldbook:told', '12']]);
});

test('all or none: where one does not go in, those before it come out again', async () => {
  for (let failing = 1; failing <= 3; failing++) {
    const storage = new FailingStorage((write) => write === failing + 1);
    storage.setItem('fieldbook:log:old', 'there');
    const keep = local(() => storage);
    await assert.rejects(keep.write([['a', '1'], ['b', '2'], ['c', '3']]), { name: 'QuotaExceededError' });
    assert.deepEqual([...storage.map], [['fieldbook:log:old', 'there']], `write ${failing}`);
  }
});

test('a storage that accepts and forgets, or keeps something else, is refused, and nothing half stays', async () => {
  for (const kept of ['', undefined]) {
    const storage = new MemoryStorage();
    const set = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      if (key !== 'fieldbook:log:b') set(key, value);
      else if (kept !== undefined) set(key, kept);
    };
    await assert.rejects(local(() => storage).write([['a', '1'], ['b', '2']]), { name: 'SecurityError' });
    assert.deepEqual([...storage.map], []);
  }
});

test('what is dropped is gone, and nothing else; refused, every use says so', async () => {
  const storage = new MemoryStorage();
  const keep = local(() => storage);
  await keep.write([['a', '1'], ['b', '2'], ['c', '3']]);
  storage.setItem('b', 'a setting of another page');
  await keep.drop(['a', 'b', 'unknown']);
  assert.deepEqual([...storage.map], [['fieldbook:log:c', '3'], ['b', 'a setting of another page']]);
  const none = local(refused);
  for (const use of [() => none.read(), () => none.write([['a', '1']]), () => none.drop(['a']), () => none.tell(1)]) {
    await assert.rejects(use, { name: 'SecurityError' });
  }
});
