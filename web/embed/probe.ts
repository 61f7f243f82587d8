// The page that says what a wiki allows: shows, of the findings that the build wrote, the one that is true here.
// Touches the page's list only.
import type { Fieldbook } from '../main';
import { apart } from './around';

const { record } = (globalThis as unknown as { fieldbook: Fieldbook }).fieldbook;

function found(what: string, finding: string): void {
  for (const each of document.querySelectorAll<HTMLElement>(`[data-probe=${what}] [data-found]`)) each.hidden = each.dataset.found !== finding;
}

found('script', 'yes');
found('secure', location.protocol === 'https:' ? 'yes' : 'no');
found('height', 'sent');
void record.opened.then(() => found('storage', record.health().kept === 'refused' ? 'refused' : apart() ? 'own' : 'kept'));
