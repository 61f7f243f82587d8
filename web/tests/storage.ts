// Storages for tests: one that works, and the ways in which one may not.
import type { StorageLike } from '../record/local';

export class MemoryStorage implements StorageLike {
  readonly map = new Map<string, string>();
  get length(): number {
    return this.map.size;
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.map.set(key, value);
  }
  removeItem(key: string): void {
    this.map.delete(key);
  }
}

/** Fails at the writes that `fails` names, counted from 1. */
export class FailingStorage extends MemoryStorage {
  writes = 0;
  constructor(
    private readonly fails: (write: number) => boolean,
    private readonly name = 'QuotaExceededError',
  ) {
    super();
  }
  override setItem(key: string, value: string): void {
    if (this.fails(++this.writes)) throw new DOMException('no', this.name);
    super.setItem(key, value);
  }
}

export function refused(): StorageLike {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

/** The record's entries as they stand. */
export function texts(storage: MemoryStorage): [id: string, text: string][] {
  return [...storage.map].filter(([key]) => key.startsWith('fieldbook:log:')).map(([key, text]) => [key.slice('fieldbook:log:'.length), text]);
}

/** Lets what goes on in the background come to its end: the database of the tests goes on by turns, not by a clock. */
export async function background(): Promise<void> {
  for (let turn = 0; turn < 300; turn++) await new Promise((next) => setImmediate(next));
}
