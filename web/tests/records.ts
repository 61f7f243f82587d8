// The day on which tests take place, and a record on one storage. Without a page: that takes half a second to load.
import { local, type StorageLike } from '../record/local';
import { openRecord, type LearnerRecord } from '../record/record';
import { MemoryStorage } from './storage';

// Where the local day and the UTC day differ in the morning.
process.env.TZ = 'Asia/Shanghai';

let tabs = 0;

/** 4 July 2025, half past midnight, when the UTC date is still the third. */
export const midnight = new Date(2025, 6, 4, 0, 30);

export function recordOn(storage: StorageLike | (() => StorageLike) = new MemoryStorage(), clock = () => midnight): LearnerRecord {
  return openRecord({
    keeps: [local(typeof storage === 'function' ? storage : () => storage)],
    clock,
    random: () => `tab${++tabs}`,
  });
}
