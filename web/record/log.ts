// The log as a value: order, merging, and what it says about one item.
// Pure: touches nothing. Never keeps a state of its own: every answer is computed from the log.
import type { Entry, Kind } from './entry';

/** By number, then by id, which no two share: the same everywhere, and no wrong clock can change it. */
function order(a: Entry, b: Entry): number {
  return a.n - b.n || (a.id < b.id ? -1 : 1);
}

/** Union by id, in order. Should one id ever stand for two contents, every tab picks the same. */
export function merge(a: readonly Entry[], b: readonly Entry[]): readonly Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of [...a, ...b]) {
    const other = byId.get(entry.id);
    if (!other || JSON.stringify(entry) < JSON.stringify(other)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort(order);
}

/**
 * The last entry of a kind for an item that no later reset hides. A reset names the item, one of
 * its `groups` (a checklist), or `*`. Entries of a version below `v` are kept and not counted.
 */
export function last(
  log: readonly Entry[],
  kind: Kind,
  item: string,
  { v = 0, groups = [] }: { v?: number; groups?: readonly string[] } = {},
): Entry | undefined {
  for (let i = log.length - 1; i >= 0; i--) {
    const entry = log[i]!;
    if (entry.kind === 'reset') {
      if (entry.item === '*' || entry.item === item || groups.includes(entry.item)) return undefined;
    } else if (entry.kind === kind && entry.item === item && entry.v >= v) {
      return entry;
    }
  }
  return undefined;
}
