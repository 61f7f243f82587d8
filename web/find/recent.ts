// The last few queries that led somewhere, on this device. Touches one key of localStorage; where that is refused, none are kept.

export interface Recent {
  all(): string[];
  add(query: string): void;
}

export const KEY = 'fieldbook-queries';
const MOST = 5;
const LONGEST = 60;

export function recent(storage: () => Storage): Recent {
  function all(): string[] {
    try {
      const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string' && one !== '').map((one) => one.slice(0, LONGEST)).slice(0, MOST) : [];
    } catch {
      return [];
    }
  }
  return {
    all,
    add(query) {
      if (!query || query.length > LONGEST) return;
      try {
        storage().setItem(KEY, JSON.stringify([query, ...all().filter((one) => one !== query)].slice(0, MOST)));
      } catch {
        // refused or full: a convenience, nothing is lost
      }
    },
  };
}

/** With the record. */
export function forget(storage: () => Storage): void {
  try {
    storage().removeItem(KEY);
  } catch {
    // refused: none were kept
  }
}
