// Marks beside links to lessons: read, checked, mastered – in the navigation and in the tables of index pages and paths.
// Touches those links only, each once. Says it in a word as well, for those who do not see the sign.
import { make } from '../page/make';
import type { ProgressWords } from '../words/progress';
import type { Outline } from './outline';
import type { PageState, State } from './state';

const signs = { read: '◦', checked: '✓', mastered: '★' } as const;

function markOf({ read, checked, mastered }: PageState): keyof typeof signs | undefined {
  return mastered ? 'mastered' : checked ? 'checked' : read ? 'read' : undefined;
}

export function marks(doc: Document, outline: Outline, state: State, address: (at: string) => string, words: ProgressWords): void {
  const pages = new Map(outline.pages.map(({ id, at }) => [address(at).replace(/index\.html$/, ''), id]));
  for (const link of doc.querySelectorAll<HTMLAnchorElement>('.fb-nav a, .md-content td a')) {
    link.querySelector('.fb-mark')?.remove();
    const id = link.hash ? undefined : pages.get(link.href.replace(/(index\.html)?(\?.*)?$/, ''));
    const mark = id && markOf(state.pages.get(id)!);
    if (!mark) continue;
    const sign = make(link, 'span', 'fb-mark');
    make(sign, 'span', '', ` ${signs[mark]}`).setAttribute('aria-hidden', 'true');
    make(sign, 'span', 'fb-aloud', ` (${words.marks[mark]})`);
    sign.title = words.marks[mark];
  }
}
