// Makes a checklist live: ticks are remembered by item id, carry their day, and follow other tabs;
// it can be cleared for a new use, printed alone, and copied as text. Touches its own root, the record
// and, while printing, one mark on <html>. Never deletes a tick: clearing hides what stood before.
import { textOf } from '../page/make';
import { showDay } from '../page/date';
import type { WithLinks } from '../load/links';
import { printAlone } from '../page/print';
import { say } from '../page/say';
import type { LearnerRecord } from '../record/record';
import type { Words } from '../words/words';

export function checklist(root: HTMLElement, record: LearnerRecord, words: Words, links: WithLinks): void {
  const name = root.dataset.checklist!;
  const doc = root.ownerDocument;
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[data-item]')];
  const status = root.querySelector('.fb-status')!;
  const actions = root.querySelector<HTMLElement>('.fb-actions')!;

  function show(): void {
    for (const box of boxes) {
      const tick = record.last('tick', box.dataset.item!, { groups: [name] });
      const row = box.closest('li')!;
      box.checked = tick?.value === true;
      row.querySelector('.fb-date')?.remove();
      if (tick && box.checked) showDay(row, tick.day, words);
    }
  }

  function copy(): void {
    const lines = boxes.map((box) => `${box.checked ? '☑' : '☐'} ${textOf(box.closest('li')!.querySelector('.fb-text'))}`);
    const address = doc.baseURI.replace(/#.*/, '') + '#' + root.id;
    const text = [textOf(root.querySelector('.fb-checklist-title')), ...lines, address].join('\n');
    void links((found) => found.copy({ text }, root, status)).catch(() => say(status, words.notLoaded));
  }

  function reset(): void {
    if (boxes.some((box) => box.checked)) record.add({ kind: 'reset', item: name });
    say(status, words.cleared);
  }

  for (const box of boxes) {
    box.addEventListener('change', () => record.add({ kind: 'tick', item: box.dataset.item!, value: box.checked }));
  }
  const does: { [action: string]: () => void } = { copy, print: () => printAlone(root), reset };
  for (const button of actions.querySelectorAll<HTMLElement>('[data-action]')) {
    button.addEventListener('click', () => does[button.dataset.action!]?.());
  }

  record.onChange(show);
  show();
  actions.hidden = false;
}
