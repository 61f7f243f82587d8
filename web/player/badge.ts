// Marks a part of a question in words, beside what the style sheet makes of `data-mark`.
// Touches the part it is given. Never leaves a mark to colour alone.
import { make } from '../page/make';

/** `missed`: right, and not chosen. The words stand at the end of `beside`. */
export function mark(part: HTMLElement, how: 'right' | 'wrong' | 'missed', words: readonly string[], beside: Element = part): void {
  part.dataset.mark = how;
  const badges = make(beside, 'span', 'fb-badges');
  for (const each of words) {
    badges.append(' ');
    make(badges, 'span', 'fb-badge', each);
  }
}

export function unmark(root: Element): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-mark]')) delete part.dataset.mark;
  for (const badges of root.querySelectorAll('.fb-badges')) badges.remove();
}
