// First thing in the head: what Material's scripts need, links that work from disk, and the class that
// says our script runs. Touches <html>'s class, links on file://, and Material's keys in browser storage.
// Never shows anything itself, and never throws: everything after it depends on it.
import { onDisk } from './address';
import { materialMemory } from './memory';

const script = document.currentScript as HTMLScriptElement;
// One scope for both languages, so that they share the palette.
const scope = new URL(script.dataset.scope ?? '.', document.baseURI);
const { get, set } = materialMemory(scope, () => localStorage);

Object.assign(globalThis, {
  __md_scope: scope,
  __md_hash: (text: string) => [...text].reduce((hash, c) => (hash << 5) - hash + c.charCodeAt(0), 0),
  __md_get: get,
  __md_set: set,
});

// Material's single-letter shortcuts cannot be switched off otherwise (WCAG 2.1.4). Where text is
// typed it ignores them itself, and other listeners may want the key.
addEventListener(
  'keydown',
  (event) => {
    const typing = 'textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])';
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[pnfs,./]$/i.test(event.key)) return;
    if (!(event.target as Partial<Element>).closest?.(typing)) event.stopImmediatePropagation();
  },
  true,
);

// The class hides the build's notice and shows the buttons; without our script both would be wrong.
const live = document.documentElement.classList;
// Not `in`: an element with that id would count.
const started = (): boolean => Boolean((globalThis as { fieldbook?: { version?: string } }).fieldbook?.version);
live.add('fb-live');
addEventListener(
  'error',
  (event) => {
    const from = (event.target as Partial<HTMLScriptElement>).src ?? event.filename;
    if (!started() && /\bfieldbook\.js\b/.test(from ?? '')) live.remove('fb-live');
  },
  true,
);
// file:// hides where an error comes from, and a blocked script may report none.
addEventListener('load', () => started() || live.remove('fb-live'));

if (location.protocol === 'file:') {
  const mend = (root: ParentNode): void => {
    for (const link of root.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href')!; // links in pictures have no `href` of type string
      try {
        const page = onDisk(new URL(href, document.baseURI));
        if (page) link.setAttribute('href', page);
      } catch {
        // Not an address; leave it.
      }
    }
  };
  addEventListener('DOMContentLoaded', () => {
    mend(document);
    new MutationObserver((changes) => {
      for (const { target } of changes) mend(target as Element);
    }).observe(document.body, { childList: true, subtree: true });
  });
}
