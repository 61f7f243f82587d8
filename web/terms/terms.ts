// The meaning of a term, beside its link: on hover, focus and tap; Esc closes it, the pointer may move
// onto it, and it stays until it is left (WCAG 1.4.13). A click, Enter or a second tap follows the link.
// Touches the links `a.fb-term` and one element of its own. Never takes the focus.
import { make } from '../page/make';
import type { Words } from '../words/words';

const GAP = 4;
const EDGE = 8;
const PAUSE = 250;

export function terms(doc: Document, words: Words): void {
  const page = doc.defaultView!;
  const links = doc.querySelectorAll<HTMLAnchorElement>('a.fb-term');
  let popover: HTMLElement | undefined;
  let open: HTMLAnchorElement | undefined;
  let timer = 0;
  /** What touched the page last: the focus and click that follow a tap look like the mouse's. */
  let pointer = '';

  function close(): void {
    page.clearTimeout(timer);
    popover?.remove();
    open?.removeAttribute('aria-describedby');
    popover = open = undefined;
  }

  function later(act: () => void): void {
    page.clearTimeout(timer);
    timer = page.setTimeout(act, PAUSE);
  }

  function show(link: HTMLAnchorElement, withLink = false): boolean {
    page.clearTimeout(timer);
    if (open === link) return true;
    close();
    const meaning = doc.querySelector(`.fb-terms [data-term="${link.dataset.term}"]`);
    if (!meaning) return false;
    open = link;
    popover = make(link.closest('article') ?? doc.body, 'div', 'fb-popover');
    const text = make(popover, 'p', '');
    text.id = 'fb-popover';
    text.append(...meaning.cloneNode(true).childNodes);
    if (withLink) make(make(popover, 'p', ''), 'a', '', words.glossary).href = link.href;
    link.setAttribute('aria-describedby', text.id);
    popover.addEventListener('pointerenter', () => page.clearTimeout(timer));
    popover.addEventListener('pointerleave', () => later(close));
    place(link, popover);
    return true;
  }

  for (const link of links) {
    link.addEventListener('pointerenter', (event) => event.pointerType === 'touch' || later(() => show(link)));
    link.addEventListener('pointerleave', (event) => event.pointerType === 'touch' || later(close));
    link.addEventListener('focus', () => pointer === 'touch' || show(link));
    link.addEventListener('blur', () => later(close));
    link.addEventListener('click', (event) => {
      if (pointer === 'touch' && open !== link && show(link, true)) event.preventDefault();
    });
  }
  doc.addEventListener(
    'pointerdown',
    (event) => {
      pointer = event.pointerType;
      const target = event.target as Node;
      if (open && !open.contains(target) && !popover!.contains(target)) close();
    },
    true,
  );
  // The window turned, or the page magnified: it must not stand outside.
  page.addEventListener('resize', () => open && place(open, popover!));
  doc.addEventListener(
    'keydown',
    (event) => {
      pointer = '';
      if (event.key === 'Escape') close();
    },
    true,
  );
}

/** Under the link, above it where there is no room, and inside the window however narrow it is. */
function place(link: HTMLElement, popover: HTMLElement): void {
  const { clientWidth, clientHeight } = link.ownerDocument.documentElement;
  const set = (name: string, value: number): void => popover.style.setProperty(name, `${Math.round(value)}px`);
  // Through the CSSOM: a style attribute in markup would break `style-src 'self'`.
  set('left', 0);
  set('top', 0);
  const origin = popover.getBoundingClientRect();
  const at = link.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, clientWidth - EDGE - origin.width));
  const below = at.bottom + GAP;
  const above = at.top - GAP - origin.height;
  const top = below + origin.height > clientHeight && above >= 0 ? above : below;
  set('left', left - origin.left);
  set('top', top - origin.top);
}
