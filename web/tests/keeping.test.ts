// The record and its storages: which one is read and written, what moves, what other tabs are told, what is counted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../record/entry';
import type { Found, Keep, Text } from '../record/keep';
import { openRecord, type LearnerRecord } from '../record/record';
import { midnight } from './records';

/** A storage in memory that says what is asked of it, and refuses what it is told to refuse. */
class Shelf implements Keep {
  readonly held = new Map<string, string>();
  readonly asked: string[] = [];
  packed: unknown[] = [];
  told = 0;
  refuses = new Map<string, string>();
  lost = (): void => {};

  constructor(...texts: readonly Text[]) {
    for (const [id, text] of texts) this.held.set(id, text);
  }
  private answer(what: 'read' | 'write' | 'drop' | 'tell'): void {
    this.asked.push(what);
    const name = this.refuses.get(what);
    if (name) throw new DOMException('no', name);
  }
  async read(): Promise<Found> {
    this.answer('read');
    return { texts: [...this.held], packed: this.packed, told: this.told };
  }
  async write(texts: readonly Text[]): Promise<void> {
    this.answer('write');
    for (const [id, text] of texts) this.held.set(id, text);
  }
  async drop(ids: readonly string[]): Promise<void> {
    this.answer('drop');
    for (const id of ids) this.held.delete(id);
  }
  async tell(count: number): Promise<void> {
    this.answer('tell');
    this.told = count;
  }
  onLost(listener: () => void): void {
    this.lost = listener;
  }
  get items(): string[] {
    return [...this.held.values()].map((text) => (JSON.parse(text) as Entry).item);
  }
}

let tabs = 0;
function recordIn(keeps: readonly Keep[], say?: (texts: readonly Text[]) => void): LearnerRecord {
  return openRecord({ keeps, clock: () => midnight, random: () => `keeping${++tabs}`, ...(say ? { say } : {}) });
}

const entry = (id: string, n: number, item: string): Entry => ({ id, n, t: 0, day: 20000, kind: 'tick', item, v: 1, value: true, where: 'lesson' });
const text = (...of: Parameters<typeof entry>): Text => [of[0], JSON.stringify(entry(...of))];
const moment = (): Promise<void> => new Promise((done) => setImmediate(done));
const items = (record: LearnerRecord): string[] => record.entries().map(({ item }) => item);

test('what a later storage holds moves to the first that works, and only that', async () => {
  const [first, second, third] = [new Shelf(), new Shelf(text('s-1', 1, 'a')), new Shelf(text('t-1', 2, 'b'))];
  first.refuses.set('read', 'SecurityError');
  const record = recordIn([first, second, third]);
  await record.opened;
  await moment();
  assert.deepEqual(items(record), ['a', 'b']);
  assert.deepEqual([first.asked, first.items], [['read'], []]);
  assert.deepEqual([second.asked, second.items], [['read', 'write'], ['a', 'b']]);
  assert.deepEqual([third.asked, third.items], [['read', 'drop'], []]);
});

test('nothing to move, nothing written', async () => {
  const [first, second] = [new Shelf(text('s-1', 1, 'a')), new Shelf()];
  await recordIn([first, second]).opened;
  await moment();
  assert.deepEqual([first.asked, second.asked], [['read'], ['read']]);
});

test('what could not be written elsewhere is not taken out where it is', async () => {
  const [first, second] = [new Shelf(), new Shelf(text('s-1', 1, 'a'))];
  first.refuses.set('write', 'QuotaExceededError');
  const record = recordIn([first, second]);
  await record.opened;
  await moment();
  assert.deepEqual([second.asked, second.items], [['read'], ['a']]);
  assert.deepEqual(items(record), ['a']);
});

test('a storage that could not be read is not written either', async () => {
  const [first, second] = [new Shelf(), new Shelf()];
  first.refuses.set('read', 'SecurityError');
  const record = recordIn([first, second]);
  record.add({ kind: 'tick', item: 'a', value: true });
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual([first.items, second.items], [[], ['a']]);
});

test('without any storage the record works, says so, and lets the page be left', async () => {
  const record = recordIn([]);
  let changes = 0;
  record.onChange(() => changes++);
  await record.opened;
  assert.deepEqual(record.health(), { kept: 'refused', aside: 0, untold: 0 });
  assert.equal(changes, 1);
  record.add({ kind: 'tick', item: 'a', value: true });
  record.told();
  record.leave();
  assert.equal(await record.saved(), 'refused');
  assert.deepEqual(items(record), ['a']);
});

test('full is said when any storage is full, and refused when each forbids it', async () => {
  for (const [one, two, said] of [
    ['QuotaExceededError', 'SecurityError', 'full'],
    ['SecurityError', 'QuotaExceededError', 'full'],
    ['SecurityError', 'SecurityError', 'refused'],
  ] as const) {
    const [first, second] = [new Shelf(), new Shelf()];
    first.refuses.set('write', one);
    second.refuses.set('write', two);
    const record = recordIn([first, second]);
    await record.opened;
    assert.equal(record.health().kept, 'kept');
    record.add({ kind: 'tick', item: 'a', value: true });
    assert.equal(await record.saved(), said);
    assert.equal(record.health().kept, said);
    // one entry alone is not tried again by itself
    assert.deepEqual(first.asked, ['read', 'write']);
    first.refuses.clear();
    record.add({ kind: 'tick', item: 'b', value: true });
    assert.equal(await record.saved(), 'kept');
    assert.deepEqual(first.items, ['a', 'b']);
  }
});

test('full for all together is not full for each: what fits goes in, and full is said only if something did not', async () => {
  for (const [most, items, said, unwritten] of [
    [1, ['a', 'b', 'c'], 'kept', []],
    [1, ['a', 'b', 'x'.repeat(400)], 'full', ['x'.repeat(400)]],
    [1, ['x'.repeat(400), 'a', 'b'], 'full', ['x'.repeat(400)]],
    [3, ['a', 'b', 'c'], 'kept', []],
  ] as const) {
    const shelf = new Shelf();
    const write = shelf.write.bind(shelf);
    shelf.write = async (texts) => {
      if (texts.length > most || texts.some(([, text]) => text.length > 400)) throw new DOMException('no', 'QuotaExceededError');
      await write(texts);
    };
    const record = recordIn([shelf]);
    await record.opened;
    record.take(items.map((item, i) => entry(`f-${i}`, i + 1, item)));
    assert.equal(await record.saved(), said);
    assert.deepEqual(shelf.items, items.filter((item) => !(unwritten as readonly string[]).includes(item)));
  }
});

test('what is added at one go is written at one go, and nothing is written twice', async () => {
  const shelf = new Shelf();
  const record = recordIn([shelf]);
  await record.opened;
  let changes = 0;
  record.onChange(() => changes++);
  for (const item of ['a', 'b', 'c']) record.add({ kind: 'tick', item, value: true });
  await record.saved();
  assert.deepEqual(shelf.asked, ['read', 'write']);
  assert.equal(changes, 4);
  assert.deepEqual(shelf.items, ['a', 'b', 'c']);
});

test('other tabs are told of what is kept, once, and of nothing that is not', async () => {
  const shelf = new Shelf(text('k-1', 1, 'kept long ago'));
  const said: Text[] = [];
  const record = recordIn([shelf], (texts) => said.push(...texts));
  await record.opened;
  shelf.refuses.set('write', 'SecurityError');
  const a = record.add({ kind: 'tick', item: 'a', value: true });
  await record.saved();
  assert.deepEqual(said, []);
  shelf.refuses.clear();
  const b = record.add({ kind: 'tick', item: 'b', value: true });
  await record.saved();
  assert.deepEqual(said, [a, b].map((each) => [each.id, JSON.stringify(each)]));
  assert.equal(shelf.held.size, 3);
});

test('whoever listens hears of opening, adding, keeping, taking, hearing, telling and reloading', async () => {
  const shelf = new Shelf();
  const record = recordIn([shelf]);
  let changes = 0;
  record.onChange(() => changes++);
  const since = async (act: () => void): Promise<number> => {
    const before = changes;
    act();
    await record.saved();
    return changes - before;
  };
  assert.equal(await since(() => {}), 1);
  assert.equal(await since(() => record.add({ kind: 'tick', item: 'a', value: true })), 2);
  assert.equal(await since(() => record.take([entry('f-1', 9, 'f')])), 2);
  assert.equal(await since(() => record.heard([text('o-1', 10, 'o')])), 1);
  assert.equal(await since(() => record.told()), 1);
  assert.equal(await since(() => record.reload()), 1);
});

test('a file’s entries are kept and counted once, and what comes later comes after them', async () => {
  const shelf = new Shelf();
  const said: Text[] = [];
  const record = recordIn([shelf], (texts) => said.push(...texts));
  await record.opened;
  record.take([entry('f-1', 3, 'a')]);
  await record.saved();
  const file = [entry('f-1', 3, 'a'), entry('f-2', 30, 'b'), entry('f-3', 4, 'c')];
  const before = shelf.asked.length;
  assert.equal(record.take(file), 2);
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(shelf.asked.slice(before), ['write'], 'in one step');
  assert.equal(record.take(file), 0);
  await record.saved();
  assert.deepEqual(items(record), ['a', 'c', 'b']);
  assert.deepEqual([...shelf.held.keys()].sort(), ['f-1', 'f-2', 'f-3']);
  assert.deepEqual(said.map(([id]) => id), ['f-1', 'f-2', 'f-3']);
  assert.equal(record.add({ kind: 'tick', item: 'd', value: true }).n, 31);
});

test('entries kept together are checked one by one; what is none is set aside as it stands', async () => {
  const shelf = new Shelf(text('a-1', 1, 'a'));
  const odd = [null, 7, { id: 5 }, { id: 'later', schema: 2, n: 40 }, { ...entry('odd', 1, 'x'), where: 'nowhere' }];
  shelf.packed = [entry('p-1', 2, 'p'), ...odd];
  const record = recordIn([shelf]);
  await record.opened;
  assert.deepEqual(items(record), ['a', 'p']);
  assert.deepEqual(record.aside(), odd.map((x) => JSON.stringify(x)));
  assert.deepEqual(record.health(), { kept: 'kept', aside: 5, untold: 5 });
  assert.equal(record.add({ kind: 'tick', item: 'b', value: true }).n, 41);
  record.reload();
  await record.saved();
  assert.equal(record.health().aside, 5, 'nothing is counted twice');
});

test('what the learner was told of is remembered, where it can be, by the storage in use', async () => {
  const [first, second] = [new Shelf(), new Shelf(['odd', '{'], ['odder', '['])];
  second.told = 1;
  const record = recordIn([first, second]);
  await record.opened;
  assert.deepEqual(record.health(), { kept: 'kept', aside: 2, untold: 1 });
  await moment();
  record.told();
  assert.equal(record.health().untold, 0);
  await record.saved();
  assert.deepEqual([first.told, second.told], [2, 1]);
  first.refuses.set('tell', 'SecurityError');
  record.heard([['oddest', '']]);
  assert.equal(record.health().untold, 1);
  record.told();
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(record.health(), { kept: 'kept', aside: 3, untold: 0 });
  // more told than there is, as after a clearing by hand
  first.told = 9;
  record.reload();
  await record.saved();
  assert.equal(record.health().untold, 0);
});

test('left with nothing to keep, nothing is written; left in a hurry, the last storage has it at once', async () => {
  const [first, second] = [new Shelf(), new Shelf()];
  const record = recordIn([first, second]);
  await record.opened;
  record.leave();
  assert.deepEqual(second.asked, ['read']);
  const a = record.add({ kind: 'tick', item: 'a', value: true });
  record.leave();
  assert.deepEqual([...second.held], [[a.id, JSON.stringify(a)]]);
  second.refuses.set('write', 'SecurityError');
  record.add({ kind: 'tick', item: 'b', value: true });
  record.leave();
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(first.items, ['a', 'b']);
});

test('a storage taken away and given back holds all this tab knows, from other tabs and files too', async () => {
  const [first, second] = [new Shelf(text('k-1', 1, 'kept')), new Shelf()];
  const record = recordIn([first, second]);
  await record.opened;
  record.heard([text('h-1', 2, 'heard')]);
  record.add({ kind: 'tick', item: 'added', value: true });
  await record.saved();
  for (const shelf of [first, second]) {
    first.held.clear();
    shelf.lost();
    assert.equal(await record.saved(), 'kept');
    assert.deepEqual(first.items, ['kept', 'heard', 'added']);
  }
});

test('refused at first, there at a second reading: this visit’s entries come after what was there', async () => {
  const shelf = new Shelf(text('k-1', 8, 'kept'));
  shelf.refuses.set('read', 'SecurityError');
  const record = recordIn([shelf]);
  const a = record.add({ kind: 'tick', item: 'a', value: true });
  const b = record.add({ kind: 'tick', item: 'b', value: true });
  assert.equal(await record.saved(), 'refused');
  assert.deepEqual(shelf.asked.includes('write'), false);
  shelf.refuses.clear();
  record.reload();
  await record.saved();
  assert.deepEqual(record.entries().map(({ item, n }) => [item, n]), [['kept', 8], ['a', 9], ['b', 10]]);
  // and they are numbered anew once only
  record.reload();
  await record.saved();
  record.add({ kind: 'tick', item: 'c', value: true });
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(record.entries().map(({ item, n }) => [item, n]), [['kept', 8], ['a', 9], ['b', 10], ['c', 11]]);
  assert.deepEqual(record.entries().map(({ id }) => id), ['k-1', a.id, b.id, a.id.replace(/1$/, '3')]);
  assert.deepEqual([...shelf.held.values()].map((each) => JSON.parse(each) as Entry), record.entries());
});

test('a file taken before the storage has opened keeps its numbers, and this visit’s own entries come after all', async () => {
  const shelf = new Shelf(text('k-1', 8, 'kept'));
  const record = recordIn([shelf]);
  record.add({ kind: 'tick', item: 'early', value: true });
  const file = [entry('f-1', 3, 'old'), entry('f-2', 30, 'new')];
  assert.equal(record.take(file), 2);
  record.add({ kind: 'tick', item: 'late', value: true });
  assert.equal(await record.saved(), 'kept');
  assert.deepEqual(items(record), ['old', 'kept', 'new', 'early', 'late']);
  assert.deepEqual(record.entries().filter(({ id }) => id.startsWith('f-')), file);
  assert.deepEqual(shelf.held.size, 5);
  assert.deepEqual(JSON.parse(shelf.held.get('f-1')!), file[0]);
});
