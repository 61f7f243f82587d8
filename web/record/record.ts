// The learner record: one append-only log in memory, kept in the first of its storages that works. Time,
// randomness and storages are arguments. Never changes or deletes an entry, never throws when storage does,
// never waits: an entry counts at once, and is written as soon as a storage takes it.
import { checkEntry, dayOf, readEntry, type Entry, type Kind, type Reading, type Value, type Where } from './entry';
import { isFull, type Found, type Keep, type Text } from './keep';
import { last, merge } from './log';

export interface Surroundings {
  /** Best first. What a later one holds moves to the first that works. */
  keeps: readonly Keep[];
  clock: () => Date;
  /** Unlike any other tab's. */
  random: () => string;
  /** Tells other tabs. */
  say?: (texts: readonly Text[]) => void;
}

export interface Health {
  /** `refused`: kept for this visit only. `full`: the newest entries are not kept. */
  readonly kept: 'kept' | 'refused' | 'full';
  /** Unreadable entries that were left where they are, and how many of them the learner has not been told of. */
  readonly aside: number;
  readonly untold: number;
}

export interface NewEntry {
  kind: Kind;
  item: string;
  v?: number;
  value?: Value;
  ok?: boolean;
  where?: Where;
}

export interface LearnerRecord {
  add(entry: NewEntry): Entry;
  last(kind: Kind, item: string, which?: { v?: number; groups?: readonly string[] }): Entry | undefined;
  entries(): readonly Entry[];
  /** Unreadable entries as they stand in the storage. */
  aside(): readonly string[];
  health(): Health;
  /** The learner has read the notice about unreadable entries. */
  told(): void;
  onChange(listener: () => void): void;
  /** Everything kept so far has been read, or cannot be. */
  readonly opened: Promise<void>;
  /** Settles when everything added so far is kept, or cannot be. */
  saved(): Promise<Health['kept']>;
  /** Entries from elsewhere (a file): those that are new are kept in one step. How many they were. */
  take(entries: readonly Entry[]): number;
  /** Another tab wrote this. */
  heard(texts: readonly Text[]): void;
  /** Reads everything again, for a page that was frozen and heard nothing. */
  reload(): void;
  /** The page is being left: what is not kept yet goes to the last storage, which takes it without waiting. */
  leave(): void;
}

export function openRecord({ keeps, clock, random, say = () => {} }: Surroundings): LearnerRecord {
  const tab = `${random()}-`;
  const unsaved = new Map<string, Entry>();
  const aside = new Map<string, string>();
  const listeners: (() => void)[] = [];
  let log: readonly Entry[] = [];
  let highest = 0;
  let count = 0;
  let working = keeps.length;
  let known = false;
  let kept: Health['kept'] = 'kept';
  let told = 0;

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function accept(readings: Iterable<readonly [id: string, text: () => string, reading: Reading]>): void {
    const entries: Entry[] = [];
    for (const [id, text, { entry, n }] of readings) {
      highest = Math.max(highest, n);
      if (entry) entries.push(entry);
      else aside.set(id, text());
    }
    log = merge(log, entries);
  }

  function* readingsOf({ texts, packed = [] }: Found): Iterable<readonly [string, () => string, Reading]> {
    for (const [id, text] of texts) yield [id, () => text, readEntry(id, text)];
    for (const x of packed) {
      const { id } = (x ?? {}) as { id?: unknown };
      const text = (): string => JSON.stringify(x);
      yield typeof id === 'string' ? [id, text, checkEntry(id, x)] : [text(), text, { n: 0 }];
    }
  }

  /** Reads every storage; what is not in the best one that works moves there, unchanged. */
  async function read(): Promise<void> {
    working = keeps.length;
    const outcomes = await Promise.all(keeps.map((keep) => keep.read().catch(() => undefined)));
    for (const [i, found] of outcomes.entries()) {
      if (!found) continue;
      working = Math.min(working, i);
      told = Math.max(told, found.told);
      accept(readingsOf(found));
      if (i > working && found.texts.length) void move(keeps[i]!, keeps[working]!, found.texts);
    }
    // what was added in this visit comes after everything that was there; what came with a file keeps its place
    if (!known && working < keeps.length) {
      known = true;
      log = log.map((entry) => (entry.id.startsWith(tab) ? { ...entry, n: ++highest } : entry));
      for (const entry of log) if (unsaved.has(entry.id)) unsaved.set(entry.id, entry);
      log = merge(log, []);
    }
    if (working === keeps.length) kept = 'refused';
  }

  async function move(from: Keep, to: Keep, texts: readonly Text[]): Promise<void> {
    try {
      await to.write(texts);
      await from.drop(texts.map(([id]) => id));
    } catch {
      // They stay where they are, and are read from there.
    }
  }

  async function write(entries: readonly Entry[]): Promise<Health['kept']> {
    const texts = entries.map((entry) => [entry.id, JSON.stringify(entry)] as const);
    let outcome: Health['kept'] = 'refused';
    for (const keep of keeps.slice(working)) {
      try {
        await keep.write(texts);
        for (const entry of entries) unsaved.delete(entry.id);
        say(texts);
        return 'kept';
      } catch (error) {
        if (isFull(error)) outcome = 'full';
      }
    }
    return outcome;
  }

  /** With what was refused before. A full storage may still take a small one. */
  async function save(): Promise<void> {
    if (!known) await read();
    const waiting = [...unsaved.values()];
    if (!waiting.length) return;
    let outcome = await write(waiting);
    if (outcome === 'full' && waiting.length > 1) {
      outcome = 'kept';
      for (const entry of waiting) {
        const each = await write([entry]);
        if (each !== 'kept') outcome = each;
      }
    }
    kept = outcome;
    changed();
  }

  let queue: Promise<void> = read().then(changed);
  const opened = queue;
  const later = (act: () => Promise<void>): Promise<void> => (queue = queue.then(act));

  for (const keep of keeps) {
    keep.onLost(() => {
      for (const entry of log) unsaved.set(entry.id, entry);
      void later(save);
    });
  }

  return {
    opened,
    add({ kind, item, v = 1, value, ok, where = 'lesson' }) {
      const now = clock();
      const entry: Entry = {
        id: tab + ++count,
        n: ++highest,
        t: now.getTime(),
        day: dayOf(now),
        kind,
        item,
        v,
        ...(value === undefined ? {} : { value }),
        ...(ok === undefined ? {} : { ok }),
        where,
      };
      log = [...log, entry];
      unsaved.set(entry.id, entry);
      void later(save);
      changed();
      return entry;
    },
    last: (kind, item, which) => last(log, kind, item, which),
    entries: () => log,
    aside: () => [...aside.values()],
    health: () => ({ kept, aside: aside.size, untold: Math.max(0, aside.size - told) }),
    told() {
      told = aside.size;
      // Refused, the notice comes again on the next page; nothing is lost.
      void later(() => (keeps[working]?.tell(told) ?? Promise.resolve()).catch(() => {}));
      changed();
    },
    onChange: (listener) => void listeners.push(listener),
    saved: () => later(async () => {}).then(() => kept),
    take(entries) {
      const there = new Set(log.map(({ id }) => id));
      const fresh = entries.filter(({ id }) => !there.has(id));
      for (const entry of fresh) unsaved.set(entry.id, entry);
      highest = fresh.reduce((most, { n }) => Math.max(most, n), highest);
      log = merge(log, fresh);
      void later(save);
      changed();
      return fresh.length;
    },
    heard(texts) {
      accept(readingsOf({ texts, told: 0 }));
      changed();
    },
    reload: () => void later(() => read().then(changed)),
    leave() {
      const texts = [...unsaved.values()].map((entry) => [entry.id, JSON.stringify(entry)] as const);
      if (texts.length) void keeps[keeps.length - 1]?.write(texts).catch(() => {});
    },
  };
}
