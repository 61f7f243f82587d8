// The body of `order`: a list whose items move up and down by buttons, with no dragging.
// Touches its question only. Never loses the focus: the neighbour moves past the item, and a button
// that can go no further stays focusable.
import { make, textOf } from '../page/make';
import { say } from '../page/say';
import type { Words } from '../words/words';
import { mark, unmark } from './badge';
import type { Body } from './body';
import { markOrder } from './marking';

export function order(root: HTMLElement, words: Words): Body {
  const list = root.querySelector<HTMLElement>('.fb-steps')!;
  const status = root.querySelector('.fb-status')!;
  const key = list.dataset.key!.split(' ');
  const shuffled = [...list.children] as HTMLElement[];
  const items = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const ids = (): string[] => items().map((item) => item.dataset.step!);
  const nameOf = (item: Element): string => textOf(item.querySelector('.fb-text'));
  // The order it is shown in is nobody's answer until somebody has moved something.
  let touched = false;

  for (const item of shuffled) {
    const moves = make(item, 'span', 'fb-moves');
    for (const [move, sign, label] of [
      ['up', '↑', words.moveUp],
      ['down', '↓', words.moveDown],
    ] as const) {
      const button = make(moves, 'button', '', sign);
      button.type = 'button';
      button.dataset.move = move;
      button.setAttribute('aria-label', label(nameOf(item)));
    }
  }

  function showEnds(): void {
    for (const item of list.children) {
      item.querySelector('[data-move=up]')!.setAttribute('aria-disabled', String(!item.previousElementSibling));
      item.querySelector('[data-move=down]')!.setAttribute('aria-disabled', String(!item.nextElementSibling));
    }
  }

  function arrange(wanted: readonly HTMLElement[]): void {
    list.append(...wanted);
    showEnds();
  }

  list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-move]');
    const item = button?.closest('li');
    if (!button || !item) return;
    const { previousElementSibling: above, nextElementSibling: below } = item;
    if (button.dataset.move === 'up') {
      if (!above) return;
      item.after(above);
    } else {
      if (!below) return;
      item.before(below);
    }
    touched = true;
    showEnds();
    say(status, words.place(nameOf(item), items().indexOf(item) + 1, shuffled.length));
  });

  showEnds();

  return {
    read: () => (touched ? ids() : undefined),
    restore(value) {
      if (!Array.isArray(value) || value.length !== shuffled.length) return false;
      const wanted = value.map((id) => shuffled.find((item) => item.dataset.step === id));
      if (new Set(wanted).size !== shuffled.length || wanted.includes(undefined)) return false;
      arrange(wanted as HTMLElement[]);
      return true;
    },
    isRight: (value) => markOrder(value as string[], key).every(Boolean),
    show(value) {
      const right = markOrder(value as string[], key);
      items().forEach((item, i) => {
        item.querySelector<HTMLElement>('.fb-moves')!.hidden = true;
        mark(item, right[i] ? 'right' : 'wrong', [right[i] ? words.partRight : words.partWrong]);
      });
      return { count: words.steps(right.filter(Boolean).length, right.length) };
    },
    clear() {
      touched = false;
      unmark(root);
      for (const moves of list.querySelectorAll<HTMLElement>('.fb-moves')) moves.hidden = false;
      arrange(shuffled);
    },
    // The first step can only go down.
    first: () => list.querySelector<HTMLElement>('[data-move=down]')!,
  };
}
