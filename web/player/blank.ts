// The body of `blank`: one text field. Touches its question only.
// What was typed goes to the record and back into the field, and nowhere else in the page.
import type { Words } from '../words/words';
import { mark, unmark } from './badge';
import type { Body } from './body';
import { blankIsRight, normalise } from './marking';

export function blank(root: HTMLElement, words: Words): Body {
  const input = root.querySelector<HTMLInputElement>('.fb-blank input')!;
  const accepted = JSON.parse(input.dataset.accept!) as string[];
  const line = input.closest<HTMLElement>('.fb-blank')!;

  return {
    read: () => (normalise(input.value) ? input.value.trim().slice(0, 200) : undefined),
    restore(value) {
      if (typeof value !== 'string' || !normalise(value)) return false;
      input.value = value;
      return true;
    },
    isRight: (value) => blankIsRight(value as string, accepted),
    show(_value, ok) {
      mark(line, ok ? 'right' : 'wrong', [ok ? words.partRight : words.partWrong]);
      return ok ? {} : { more: [words.accepted(accepted[0] ?? '')] };
    },
    clear() {
      input.value = '';
      unmark(root);
    },
    first: () => input,
  };
}
