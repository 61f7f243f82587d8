// How many objectives a day the learner takes: 8 until set, 3 to 20. Touches one key of the storage it is given;
// where that is refused, what was set holds for the visit.
const KEY = 'fieldbook:daily';

export interface Daily {
  get(): number;
  set(most: number): void;
}

export function dailyIn(storage: () => Storage): Daily {
  let most = 8;
  return {
    get() {
      try {
        most = Number(storage().getItem(KEY)) || most;
      } catch {
        // Refused.
      }
      return most;
    },
    set(value) {
      most = Math.min(20, Math.max(3, Math.round(value) || 8));
      try {
        storage().setItem(KEY, String(most));
      } catch {
        // Refused.
      }
    },
  };
}
