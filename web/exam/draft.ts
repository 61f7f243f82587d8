// An exam under way, so that a reload or a crash loses nothing. Touches one key of the storage it is given; where
// that is refused, the exam lasts as long as the page.
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
  readonly answers: { [question: string]: Value };
  readonly flags: { [question: string]: boolean };
}

export interface Drafts {
  get(scope: string): Draft | undefined;
  set(draft: Draft): void;
  drop(scope: string): void;
}

export function draftsIn(storage: () => Storage): Drafts {
  const visit = new Map<string, Draft>();
  const key = (scope: string): string => `fieldbook:exam:${scope}`;
  return {
    get(scope) {
      try {
        const text = storage().getItem(key(scope));
        const found: unknown = text === null ? undefined : JSON.parse(text);
        if (isDraft(found) && found.scope === scope) visit.set(scope, found);
      } catch {
        // Refused, or damaged: then what this visit knows.
      }
      return visit.get(scope);
    },
    set(draft) {
      visit.set(draft.scope, draft);
      try {
        storage().setItem(key(draft.scope), JSON.stringify(draft));
      } catch {
        // Refused or full.
      }
    },
    drop(scope) {
      visit.delete(scope);
      try {
        storage().removeItem(key(scope));
      } catch {
        // Refused.
      }
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
