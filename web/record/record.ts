// The learner record: one append-only log, kept in a storage it is given, one key per entry, so
// that two tabs can never overwrite each other. Touches that storage under `fieldbook:` only; time
// and randomness are arguments. Never changes or deletes an entry, never throws when storage does.
import { dayOf, readEntry, type Entry, type Kind, type Value, type Where } from './entry';
import { last, merge } from './log';

export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface Surroundings {
  /** Asked at every use, because merely touching browser storage may throw. */
  storage: () => StorageLike;
  clock: () => Date;
  /** Unlike any other tab's. */
  random: () => string;
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
  health(): Health;
  /** The learner has read the notice about unreadable entries. */
  told(): void;
  onChange(listener: () => void): void;
  /** Another tab wrote this key. */
  heard(key: string | null, text: string | null): void;
  /** Reads everything again, for a page that was frozen and heard nothing. */
  reload(): void;
}

const LOG = 'fieldbook:log:';
const TOLD = 'fieldbook:told';

/** The quota's name differs from browser to browser. */
function isFull(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: number };
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' || code === 22 || code === 1014;
}

export function openRecord({ storage, clock, random }: Surroundings): LearnerRecord {
  const tab = random();
  const unsaved = new Map<string, Entry>();
  const aside = new Set<string>();
  const listeners: (() => void)[] = [];
  let log: readonly Entry[] = [];
  let highest = 0;
  let count = 0;
  let opened = false;
  let kept: Health['kept'] = 'kept';
  let told = 0;

  function take(found: readonly (readonly [key: string, text: string])[]): void {
    const entries: Entry[] = [];
    for (const [key, text] of found) {
      const { entry, n } = readEntry(key.slice(LOG.length), text);
      highest = Math.max(highest, n);
      if (entry) entries.push(entry);
      else aside.add(key);
    }
    log = merge(log, entries);
  }

  function read(): void {
    try {
      const store = storage();
      const found: [string, string][] = [];
      for (let i = 0; i < store.length; i++) {
        const key = store.key(i);
        const text = key?.startsWith(LOG) ? store.getItem(key) : null;
        if (key && text !== null) found.push([key, text]);
      }
      told = Number(store.getItem(TOLD)) || 0;
      take(found);
      opened = true;
    } catch {
      kept = 'refused';
    }
  }

  function write(entry: Entry): Health['kept'] {
    try {
      const store = storage();
      const text = JSON.stringify(entry);
      store.setItem(LOG + entry.id, text);
      // Some embedded browsers accept a write and forget it.
      return store.getItem(LOG + entry.id) === text ? 'kept' : 'refused';
    } catch (error) {
      return isFull(error) ? 'full' : 'refused';
    }
  }

  /** With what was refused before. Each is tried: a full storage may still take a small one. */
  function save(entry: Entry): void {
    unsaved.set(entry.id, entry);
    kept = 'kept';
    for (const each of [...unsaved.values()]) {
      const outcome = write(each);
      if (outcome === 'kept') unsaved.delete(each.id);
      else kept = outcome;
    }
  }

  function changed(): void {
    for (const listener of listeners) listener();
  }

  read();

  return {
    add({ kind, item, v = 1, value, ok, where = 'lesson' }) {
      if (!opened) read();
      const now = clock();
      const entry: Entry = {
        id: `${tab}-${++count}`,
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
      log = merge(log, [entry]);
      save(entry);
      changed();
      return entry;
    },
    last: (kind, item, which) => last(log, kind, item, which),
    entries: () => log,
    health: () => ({ kept, aside: aside.size, untold: Math.max(0, aside.size - told) }),
    told() {
      told = aside.size;
      try {
        storage().setItem(TOLD, String(told));
      } catch {
        // The notice comes again on the next page; nothing is lost.
      }
      changed();
    },
    onChange: (listener) => void listeners.push(listener),
    heard(key, text) {
      if (!key?.startsWith(LOG) || text === null) return;
      take([[key, text]]);
      changed();
    },
    reload() {
      read();
      changed();
    },
  };
}
