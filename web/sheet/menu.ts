// The page's own print menu, and the button of a form. The page prints as it stands; a sheet is made by a script
// that loads when it is first asked for. Touches the menu and that button.
import type { Links } from '../links/main';
import type { Load } from '../load/load';
import type { Sheet } from './sheet';

/** Call before the questions become live. */
export function sheets(doc: Document, load: Load, sheet: () => Sheet | undefined, links: () => Links | undefined): void {
  const print = (): void => doc.defaultView!.print();
  const title = doc.querySelector('h1');
  for (const button of doc.querySelectorAll<HTMLElement>('[data-print]')) {
    button.parentElement!.hidden = false;
    button.addEventListener('click', () => void load('links.js').then(() => title!.querySelector('svg') || title!.append(links()!.qr(doc))).then(print, print));
  }
  const menu = doc.querySelector<HTMLDetailsElement>('.fb-sheets');
  const quiz = doc.querySelector<HTMLElement>('[data-set]');
  if (!menu || !quiz) return;
  const fresh = quiz.cloneNode(true) as HTMLElement;
  menu.hidden = false;
  for (const button of menu.querySelectorAll<HTMLElement>('[data-sheet]')) {
    const kind = button.dataset.sheet!;
    // without its script the page itself can still be printed
    button.addEventListener('click', () =>
      kind === 'page' ? print() : void Promise.all(['sheet.css', 'sheet.js', 'links.js'].map(load)).then(() => sheet()!(kind, fresh, doc), print),
    );
  }
}
