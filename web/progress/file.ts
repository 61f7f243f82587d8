// The record as a file: what an export holds, and what may be taken from one. Pure: touches nothing.
// An import merges; it never replaces. What cannot be read is counted, not guessed.
import { checkEntry, type Entry } from '../record/entry';

const NAME = 'sales-fieldbook-record';
const SCHEMA = 1;
export const MOST = 20 * 2 ** 20;

/** A row is an entry without the names of its fields, which would be two thirds of the file. */
const FIELDS = ['id', 'n', 't', 'day', 'kind', 'item', 'v', 'value', 'ok', 'where'] as const;

export function exported(entries: readonly Entry[], aside: readonly string[], now: Date): string {
  const rows = entries.map((entry) => JSON.stringify(FIELDS.map((field) => entry[field] ?? null))).join(',\n');
  return `{"file":"${NAME}","schema":${SCHEMA},"exported":${JSON.stringify(now.toISOString())},"aside":${JSON.stringify(aside)},"fields":${JSON.stringify(FIELDS)},"entries":[\n${rows}\n]}\n`;
}

export type Import =
  | { readonly problem: 'foreign' | 'damaged' | 'newer' }
  | { readonly problem?: undefined; readonly entries: readonly Entry[]; readonly unreadable: number };

export function imported(text: string): Import {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: text.includes(NAME) ? 'damaged' : 'foreign' };
  }
  const { file, schema, fields, entries } = (found ?? {}) as { [name: string]: unknown };
  if (file !== NAME) return { problem: 'foreign' };
  if (typeof schema !== 'number' || schema > SCHEMA) return { problem: 'newer' };
  if (!Array.isArray(entries) || !Array.isArray(fields)) return { problem: 'damaged' };
  const good = new Map<string, Entry>();
  let unreadable = 0;
  for (const row of entries as unknown[]) {
    const cells = Array.isArray(row) ? row : [];
    const x: { [name: string]: unknown } = Object.fromEntries(fields.map((field, i) => [String(field), cells[i] as unknown]).filter(([, cell]) => cell !== null && cell !== undefined));
    const { entry } = typeof x.id === 'string' ? checkEntry(x.id, x) : { entry: undefined };
    if (entry) good.set(entry.id, entry);
    else unreadable++;
  }
  return { entries: [...good.values()], unreadable };
}
