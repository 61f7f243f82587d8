// Where entries are kept: what every storage can do, and how its refusals are told apart.
// Pure: touches no storage itself.

/** An entry as it is kept: its id, and its JSON, which nobody changes. */
export type Text = readonly [id: string, text: string];

export interface Found {
  readonly texts: readonly Text[];
  /** Entries kept together, read already; each still has to be checked. */
  readonly packed?: readonly unknown[];
  /** How many unreadable entries the learner has been told of. */
  readonly told: number;
}

export interface Keep {
  /** Everything. Rejects when the storage cannot be opened. */
  read(): Promise<Found>;
  /** All or none, and durable once it resolves. Rejects when the storage is full or refuses. */
  write(texts: readonly Text[]): Promise<void>;
  /** Takes out what now stands elsewhere. */
  drop(ids: readonly string[]): Promise<void>;
  tell(count: number): Promise<void>;
  /** Called when the storage was taken away in the middle of a visit. */
  onLost(listener: () => void): void;
}

/** The quota's name differs from browser to browser. */
export function isFull(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: string; code?: number };
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' || code === 22 || code === 1014;
}

/** A refusal may throw, report, or simply hang. */
export function inTime<T>(wait: Promise<T>, seconds = 3): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), seconds * 1000);
    wait.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
