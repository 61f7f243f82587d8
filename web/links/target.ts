// What a link mark on a page points to: id, title, short address, and whether it can stand in a frame.
// Reads the page and its address; changes nothing.
import { textOf } from '../page/make';
import type { Target } from './forms';

/** No wiki lends a frame more than a screen. */
const HIGHEST = 640;

export function targetOf(mark: Element, address: (at: string) => string): Target {
  const doc = mark.ownerDocument;
  const list = mark.closest<HTMLElement>('[data-checklist]');
  const heading = mark.closest('h1, h2, h3');
  const own = (element: Element | null): string => textOf(element).replace(/\s*¶$/, '');
  const page = textOf(doc.querySelector('.fb-foot code'));
  const title = own(doc.querySelector('h1'));
  const section = heading && heading.localName !== 'h1' ? heading.id : '';
  const id = list?.id ?? (section ? `${page}.${section}` : page);
  const quiz = doc.querySelector(`[data-set="${id}"]`);
  const embeddable = list || quiz || (!section && doc.querySelector('.fb-facts'));
  const part = list ? textOf(list.querySelector('.fb-checklist-title')) : section ? own(heading) : '';
  const root = rootOf(doc, address(''));
  const to = (folder: string): string => `${root}${folder}/${id}/${root.startsWith('file:') ? 'index.html' : ''}`;
  return {
    title: part ? `${title} – ${part}` : title,
    url: to('go'),
    ...(embeddable ? { embed: to('embed'), height: Math.min(HIGHEST, list ? list.offsetHeight + 160 : quiz ? HIGHEST : 360) } : {}),
  };
}

/** The root of the language: where the site says it is at home, else where it is open. */
function rootOf(doc: Document, here: string): string {
  const at = doc.location.href.replace(/(index\.html)?([?#].*)?$/, '').slice(here.length);
  const home = doc.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return home?.endsWith(at) ? home.slice(0, home.length - at.length) : here;
}
