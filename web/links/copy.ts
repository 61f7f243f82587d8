// Copies text, with HTML beside it where it is given: the clipboard where there is one, the old command where not
// (plain http, sandboxed frames), else a field with the text selected. Touches `near` and the status, which says what
// came of it; puts the focus back.
import { make } from '../page/make';
import { say } from '../page/say';
import type { LinkWords } from '../words/links';

export interface Copied {
  text: string;
  html?: string;
}

export async function copy({ text, html }: Copied, near: HTMLElement, status: Element, words: LinkWords): Promise<void> {
  const doc = near.ownerDocument;
  const before = doc.activeElement as HTMLElement | null;
  near.querySelector('.fb-copy')?.remove();
  say(status, '');
  if (!html) {
    try {
      await doc.defaultView!.navigator.clipboard.writeText(text);
      return say(status, words.copied);
    } catch {
      // Missing on plain http, refused in many frames.
    }
  }
  const field = make(near, 'textarea', 'fb-offscreen');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-label', words.textToCopy);
  field.focus();
  field.select();
  // the old command hands out both kinds at once, and everywhere; the new one only on https
  const both = (event: ClipboardEvent): void => {
    event.clipboardData!.setData('text/html', html!);
    event.clipboardData!.setData('text/plain', text);
    event.preventDefault();
  };
  if (html) doc.addEventListener('copy', both);
  let copied = false;
  try {
    copied = doc.execCommand('copy');
  } catch {
    // Then by hand.
  }
  doc.removeEventListener('copy', both);
  if (copied) {
    field.remove();
    before?.focus();
  } else {
    field.className = 'fb-copy';
    field.rows = text.split('\n').length;
  }
  say(status, copied ? words.copied : words.copyByHand);
}
