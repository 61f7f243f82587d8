// The panel under a heading or a checklist from which its link is copied, in the form the wiki takes; by keyboard too.
// Touches its own element only. Esc closes it and gives the focus back.
import { make } from '../page/make';
import type { LinkWords } from '../words/links';
import { copy } from './copy';
import { forms, type Target } from './forms';
import { qr } from './qr';

export function panel(mark: HTMLElement, target: Target, words: LinkWords): void {
  const doc = mark.ownerDocument;
  const open = doc.querySelector<HTMLElement>('.fb-links');
  const again = open?.dataset.url === target.url;
  open?.remove();
  if (again) return;
  const box = make(doc.body, 'div', 'fb-links');
  (mark.closest('h1, h2, h3') ?? mark.parentElement!).after(box);
  box.dataset.url = target.url;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', words.linkTo(target.title));
  make(box, 'p', 'fb-links-url', target.url);
  if (target.url.startsWith('file:')) make(box, 'p', '', words.onDisk);
  const row = make(box, 'p', 'fb-actions');
  const status = make(box, 'p', 'fb-status');
  status.setAttribute('role', 'status');

  function button(label: string, act: () => void): HTMLButtonElement {
    const made = make(row, 'button', '', label);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }
  function close(): void {
    box.remove();
    mark.focus();
  }

  for (const form of ['plain', 'rich', 'markdown', 'mediawiki', 'embed'] as const) {
    if (form !== 'embed' || target.embed) button(words[form], () => void copy(forms[form]!(target), box, status, words));
  }
  button(words.qr, () => {
    box.querySelector('svg')?.remove();
    status.before(qr(target.url, words.qrOf(target.title), doc));
  });
  button(words.close, close);
  box.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  row.querySelector('button')!.focus();
}
