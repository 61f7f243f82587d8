// The way into the search: the button in the header, and Ctrl-K or ⌘K. Loads the search itself when it is
// first opened, and says so when that fails. Touches the button, and a dialog for the failure.
import { make } from '../page/make';
import type { Words } from '../words/words';
import type { Load } from './load';

export interface Find {
  open(back: HTMLElement): void;
}

export function searchButton(doc: Document, words: Words, load: Load, find: () => Find | undefined): void {
  const button = doc.querySelector<HTMLElement>('.fb-search');
  if (!button) return;

  function fail(): void {
    const box = make(doc.body, 'dialog', 'fb-find');
    make(box, 'p', '', words.notLoaded);
    make(box, 'button', '', words.close).addEventListener('click', () => {
      box.remove();
      button!.focus();
    });
    if (box.showModal) box.showModal();
    else box.setAttribute('open', '');
  }

  function open(): void {
    load('search-names.js').catch(() => {}); // on its way while the dialog loads, which reports a failure
    Promise.all(['find.css', 'find.js'].map(load))
      .then(() => find()!.open(button!))
      .catch(fail);
  }

  button.hidden = false;
  if (doc.location.hash.startsWith('#find=')) open();
  button.addEventListener('click', open);
  doc.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key?.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
}
