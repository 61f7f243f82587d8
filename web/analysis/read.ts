// Files → learners. Touches the files it is given, and nothing else. Never guesses: a file that is not a whole record
// is set aside with its reason, and the others are counted.
import { imported, MOST } from '../progress/file';
import type { Entry } from '../record/entry';
import { merge } from '../record/log';

export type Trouble = 'foreign' | 'damaged' | 'newer' | 'tooBig' | 'unread' | 'empty';

export interface Found {
  readonly entries: readonly Entry[];
  readonly unreadable: number;
  readonly problem?: Trouble | undefined;
}

export async function readRecord(file: Pick<File, 'size' | 'text'>): Promise<Found> {
  const without = (problem: Trouble): Found => ({ entries: [], unreadable: 0, problem });
  if (file.size > MOST) return without('tooBig');
  try {
    const found = imported(await file.text());
    if (found.problem) return without(found.problem);
    return found.entries.some(({ kind }) => kind === 'answer') || found.unreadable ? found : without('empty');
  } catch {
    // a folder, a file that has gone
    return without('unread');
  }
}

/** The random part of an id, which one tab of one browser gave. */
const tabOf = (id: string): string => id.replace(/-[^-]*$/, '');

/** Records that share a tab are one learner's, at two times or in two files. Neither the order of the files matters nor that in a file. */
export function learnersOf(files: readonly (readonly Entry[])[]): readonly (readonly Entry[])[] {
  let known: { tabs: Set<string>; log: readonly Entry[] }[] = [];
  for (const entries of files) {
    const one = { tabs: new Set(entries.map(({ id }) => tabOf(id))), log: merge([], entries) };
    known = known.filter(({ tabs, log }) => {
      if (![...tabs].some((tab) => one.tabs.has(tab))) return true;
      for (const tab of tabs) one.tabs.add(tab);
      one.log = merge(one.log, log);
      return false;
    });
    if (one.log.length) known.push(one);
  }
  return known.map(({ log }) => log);
}
