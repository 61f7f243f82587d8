// The record in a browser: its two storages, the clock, this tab's random name, and what other tabs write.
// The only place outside head/ that touches browser storage. Never opens a second record.
import { indexed } from './indexed';
import { local, LOG } from './local';
import type { Text } from './keep';
import { openRecord, type LearnerRecord } from './record';

export function openInBrowser(page: Window & typeof globalThis): LearnerRecord {
  const tabs = channel(page);
  const record = openRecord({
    keeps: [indexed(() => page.indexedDB), local(() => page.localStorage)],
    clock: () => new Date(),
    // getRandomValues: randomUUID is missing on plain http.
    random: () => Array.from(page.crypto.getRandomValues(new Uint32Array(2)), (x) => x.toString(36)).join(''),
    say: (texts) => tabs?.postMessage(texts),
  });
  if (tabs) tabs.onmessage = (event) => record.heard(event.data as readonly Text[]);
  // what a tab of the first version writes, or one to which IndexedDB is refused
  page.addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(LOG) && newValue !== null) record.heard([[key.slice(LOG.length), newValue]]);
  });
  // A page that comes back out of the back/forward cache has heard nothing; nor has a tab without a channel.
  page.addEventListener('pageshow', (event) => event.persisted && record.reload());
  page.addEventListener('pagehide', () => record.leave());
  page.document.addEventListener('visibilitychange', () => !tabs && !page.document.hidden && record.reload());
  return record;
}

function channel(page: Window & typeof globalThis): BroadcastChannel | undefined {
  try {
    return new page.BroadcastChannel('fieldbook');
  } catch {
    return undefined; // Safari before 15.4
  }
}
