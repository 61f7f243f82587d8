// An exam under way, so that a reload or a crash loses nothing. Touches one key of the storage and one database of
// those it is given; where both are refused, the exam lasts as long as the page.
import { inTime } from '../record/keep';
import type { Value } from '../record/entry';

export interface Draft {
  readonly scope: string;
  readonly seed: number;
  readonly bank: string;
  readonly count: number;
  readonly began: number;
  /** Minutes; 0 for none. */
  limit: number;
  at: number;
  /** Counts what was written: the two storages need not be as far as each other. */
  n?: number;
  readonly answers: { [question: string]: Value };
  readonly flags: { [question: string]: boolean };
}

export interface Drafts {
  get(scope: string): Promise<Draft | undefined>;
  set(draft: Draft): void;
  drop(scope: string): void;
}

/** The database is on the disk at once, where `localStorage` takes seconds; the latter helps where there is no database. */
export function draftsIn(storage: () => Storage, factory: () => IDBFactory): Drafts {
  const visit = new Map<string, Draft>();
  const key = (scope: string): string => `fieldbook:exam:${scope}`;

  async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    const opening = factory().open('fieldbook-exam', 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore('drafts');
    const db = await inTime(
      new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = opening.onblocked = () => reject(opening.error);
      }),
    );
    const transaction = db.transaction('drafts', mode, { durability: 'strict' });
    transaction.oncomplete = transaction.onabort = () => db.close();
    return transaction.objectStore('drafts');
  }

  /** Both, whichever refuses. */
  function keep(scope: string, text: string | undefined): void {
    try {
      if (text === undefined) storage().removeItem(key(scope));
      else storage().setItem(key(scope), text);
    } catch {
      // Refused or full.
    }
    store('readwrite').then((drafts) => (text === undefined ? drafts.delete(scope) : drafts.put(text, scope)), () => {});
  }

  function read(text: unknown, scope: string): Draft | undefined {
    try {
      const found: unknown = JSON.parse(String(text));
      return isDraft(found) && found.scope === scope ? found : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    async get(scope) {
      const texts: unknown[] = [];
      try {
        const request = (await store('readonly')).get(scope);
        texts.push(await inTime(new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = reject)))));
      } catch {
        // Refused.
      }
      try {
        texts.push(storage().getItem(key(scope)));
      } catch {
        // Refused: then what this visit knows.
      }
      const drafts = texts.flatMap((text) => read(text, scope) ?? []).sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
      return drafts[0] ?? visit.get(scope);
    },
    set(draft) {
      draft.n = (draft.n ?? 0) + 1;
      visit.set(draft.scope, draft);
      keep(draft.scope, JSON.stringify(draft));
    },
    drop(scope) {
      visit.delete(scope);
      keep(scope, undefined);
    },
  };
}

function isDraft(x: unknown): x is Draft {
  const d = x as Partial<Draft> | undefined;
  return (
    typeof d === 'object' && d !== null && typeof d.scope === 'string' && typeof d.bank === 'string' &&
    [d.seed, d.count, d.began, d.limit, d.at].every((n) => typeof n === 'number' && Number.isFinite(n)) &&
    typeof d.answers === 'object' && d.answers !== null && typeof d.flags === 'object' && d.flags !== null
  );
}
