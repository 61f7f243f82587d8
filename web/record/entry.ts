// One entry of the learner record: its shape, final from version 1, and how to read one back.
// Pure: touches nothing. Never repairs an entry: what does not fit is unreadable, and is left alone.

export type Kind = 'answer' | 'tick' | 'read' | 'exam' | 'reset';
export type Where = 'lesson' | 'review' | 'exam' | 'embed';
export type Value = string | string[] | boolean | { [name: string]: unknown };

export interface Entry {
  readonly id: string;
  readonly n: number;
  readonly t: number;
  readonly day: number;
  readonly kind: Kind;
  readonly item: string;
  /** Version of the item; 1 for what has no versions. */
  readonly v: number;
  /** Absent in `read` and `reset`. */
  readonly value?: Value;
  /** Answers only. */
  readonly ok?: boolean;
  readonly where: Where;
}

/** A later schema names itself in a field `schema`; version 1 has none. */
const SCHEMA = 1;

const places: readonly unknown[] = ['lesson', 'review', 'exam', 'embed'];
const isObject = (x: unknown): x is { [name: string]: unknown } => typeof x === 'object' && x !== null && !Array.isArray(x);
const isWhole = (x: unknown, most: number): x is number => Number.isInteger(x) && Math.abs(x as number) <= most;

const fits: { [kind in Kind]: (value: unknown, ok: unknown) => boolean } = {
  answer: (value, ok) =>
    typeof ok === 'boolean' &&
    (typeof value === 'string' || isObject(value) || (Array.isArray(value) && value.every((x) => typeof x === 'string'))),
  tick: (value) => typeof value === 'boolean',
  exam: isObject,
  read: () => true,
  reset: () => true,
};

export interface Reading {
  /** Absent when the text cannot be read by this version. */
  entry?: Entry;
  /** The entry's number, even where the rest is of a later schema: ours must come after it. */
  n: number;
}

export function readEntry(id: string, text: string): Reading {
  try {
    return checkEntry(id, JSON.parse(text));
  } catch {
    return { n: 0 };
  }
}

export function checkEntry(id: string, x: unknown): Reading {
  if (!isObject(x) || !isWhole(x.n, 2 ** 50)) return { n: 0 };
  const good =
    x.id === id &&
    (x.schema === undefined || x.schema === SCHEMA) &&
    isWhole(x.day, 1e6) &&
    isWhole(x.v, 1e6) &&
    typeof x.t === 'number' &&
    typeof x.item === 'string' &&
    places.includes(x.where) &&
    Object.prototype.hasOwnProperty.call(fits, x.kind as string) &&
    fits[x.kind as Kind](x.value, x.ok);
  return good ? { entry: x as unknown as Entry, n: x.n } : { n: x.n };
}

/** The local day's number, as the scheduler counts: whole days, turning over at local midnight. */
export function dayOf(time: Date): number {
  return Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / 864e5;
}
