// First thing in the head: links that work from disk, and the class that says our script runs. Touches <html>'s class
// and links on file://. Never shows anything itself, and never throws: everything after it depends on it.
import { onDisk } from './address';

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
