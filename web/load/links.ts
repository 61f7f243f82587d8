// Link marks (beside headings, in checklists) and copying: the script for both loads when it is first wanted.
// Touches nothing but those marks; without its script a mark is a link like any other.
import type { Links } from '../links/main';
import type { Load } from './load';

export type WithLinks = (act: (links: Links) => void) => Promise<void>;

export function linkMarks(doc: Document, load: Load, links: () => Links | undefined): WithLinks {
  const then: WithLinks = (act) => Promise.all(['links.css', 'links.js'].map(load)).then(() => act(links()!));
  doc.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>('.headerlink, [data-action=link]');
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    then(({ open }) => open(mark)).catch(() => mark.href && doc.location.assign(mark.href));
  });
  return then;
}
