// Copies text: the clipboard where there is one, the old command where not (plain http, sandboxed
// frames), else a field with the text selected. Touches `near` only, and puts the focus back.
import { make } from '../page/make';

/** False when the learner has to copy from the field by hand. */
export async function copyText(text: string, near: HTMLElement, label: string): Promise<boolean> {
  const doc = near.ownerDocument;
  const before = doc.activeElement as HTMLElement | null;
  near.querySelector('.fb-copy')?.remove();
  try {
    await doc.defaultView!.navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Missing on plain http, refused in many frames.
  }
  const field = make(near, 'textarea', 'fb-offscreen');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-label', label);
  field.focus();
  field.select();
  let copied = false;
  try {
    copied = doc.execCommand('copy');
  } catch {
    // Then by hand.
  }
  if (copied) {
    field.remove();
    before?.focus();
  } else {
    field.className = 'fb-copy';
    field.rows = text.split('\n').length;
  }
  return copied;
}
