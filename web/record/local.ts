// Entries in localStorage, one key each, so that two tabs can never overwrite each other: where IndexedDB is
// missing, and what the first version kept. Touches keys that begin with `fieldbook:` only.
import type { Keep, Text } from './keep';

export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export const LOG = 'fieldbook:log:';
const TOLD = 'fieldbook:told';

/** `storage` is asked at every use, because merely touching it may throw. */
export function local(storage: () => StorageLike): Keep {
  return {
    async read() {
      const store = storage();
      const texts: Text[] = [];
      for (let i = 0; i < store.length; i++) {
        const key = store.key(i);
        const text = key?.startsWith(LOG) ? store.getItem(key) : null;
        if (key && text !== null) texts.push([key.slice(LOG.length), text]);
      }
      return { texts, told: Number(store.getItem(TOLD)) || 0 };
    },
    async write(texts) {
      const store = storage();
      const done: string[] = [];
      try {
        for (const [id, text] of texts) {
          store.setItem(LOG + id, text);
          done.push(id);
          // Some embedded browsers accept a write and forget it.
          if (store.getItem(LOG + id) !== text) throw new DOMException('', 'SecurityError');
        }
      } catch (error) {
        for (const id of done) store.removeItem(LOG + id);
        throw error;
      }
    },
    async drop(ids) {
      for (const id of ids) storage().removeItem(LOG + id);
    },
    async tell(count) {
      storage().setItem(TOLD, String(count));
    },
    onLost() {},
  };
}
