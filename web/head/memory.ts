// What Material keeps in browser storage (palette, tabs), safe where storage throws: then it is kept
// in memory, for this page. Touches the storage it is handed, under Material's own keys.

type Store = Pick<Storage, 'getItem' | 'setItem'>;
type Get = (key: string, store?: Store, scope?: URL) => unknown;
type Set = (key: string, value: unknown, store?: Store, scope?: URL) => void;

export function materialMemory(scope: URL, local: () => Store): { get: Get; set: Set } {
  const kept = new Map<string, string>();
  return {
    // Not default parameters: there, the mere mention of a refused storage throws.
    get(key, store, from = scope) {
      const name = from.pathname + '.' + key;
      try {
        return JSON.parse(kept.get(name) ?? (store ?? local()).getItem(name)!);
      } catch {
        return null;
      }
    },
    set(key, value, store, from = scope) {
      const name = from.pathname + '.' + key;
      try {
        (store ?? local()).setItem(name, JSON.stringify(value));
        kept.delete(name);
      } catch {
        kept.set(name, JSON.stringify(value));
      }
    },
  };
}
