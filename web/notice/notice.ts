// The one notice about the record: not saved, storage full, or entries that cannot be read. Loaded when one is due.
// Touches its own element, which it puts beside the widget in use. Never comes twice for the same
// unreadable entries once they are acknowledged, and goes when saving works again.
import { make } from '../page/make';
import type { LearnerRecord } from '../record/record';
import type { NoticeWords } from '../words/notice';

const widgets = '[data-question], [data-checklist], [data-app]';

export function notice(doc: Document, record: LearnerRecord, words: NoticeWords): void {
  const first = doc.querySelector(widgets);
  if (!first) return; // nothing is recorded on this page
  const region = make(first.parentElement!, 'div', 'fb-notices');
  region.setAttribute('role', 'status');
  let shown = '';

  function show(): void {
    const { kept, untold } = record.health();
    const texts = [kept === 'kept' ? '' : words[kept], untold ? words.aside(untold) : ''].filter(Boolean);
    if (texts.join() === shown) return;
    shown = texts.join();
    region.textContent = '';
    if (!shown) return;
    (doc.activeElement?.closest(widgets) ?? first!).before(region);
    // A frame later, so that it is heard as a change of a region that was there.
    doc.defaultView!.requestAnimationFrame(() => {
      if (texts.join() !== shown) return;
      region.textContent = '';
      for (const text of texts) make(region, 'p', 'fb-notice', text);
      if (!untold) return;
      const close = make(region, 'button', 'fb-notice-close', words.close);
      close.type = 'button';
      close.addEventListener('click', () => record.told());
    });
  }

  first.before(region);
  record.onChange(show);
  show();
}
