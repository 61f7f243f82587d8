// The record in a browser: localStorage, the clock, this tab's random name, and what other tabs write.
// The only place outside head/ that touches browser storage. Never opens a second record.
import { openRecord, type LearnerRecord } from './record';

export function openInBrowser(page: Window & typeof globalThis): LearnerRecord {
  const record = openRecord({
    storage: () => page.localStorage,
    clock: () => new Date(),
    // getRandomValues: randomUUID is missing on plain http.
    random: () => Array.from(page.crypto.getRandomValues(new Uint32Array(2)), (x) => x.toString(36)).join(''),
  });
  page.addEventListener('storage', (event) => record.heard(event.key, event.newValue));
  // A page that comes back out of the back/forward cache has heard no storage events.
  page.addEventListener('pageshow', (event) => event.persisted && record.reload());
  return record;
}
