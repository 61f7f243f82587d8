// The body of `match`: a native select for each left side. Touches its question only.
// Never takes a half-filled list for an answer.
import { textOf } from '../page/make';
import type { Words } from '../words/words';
import { mark, unmark } from './badge';
import type { Body } from './body';
import { markPairs } from './marking';

export function match(root: HTMLElement, words: Words): Body {
  const selects = [...root.querySelectorAll<HTMLSelectElement>('select[data-pair]')];
  const pairs = selects.map((select) => select.dataset.pair!);
  const key = Object.fromEntries(selects.map((select) => [select.dataset.pair!, select.dataset.key!]));
  // A choice is named after the first pair that has it. In a bank put in another order that is another
  // pair: the pair named then has the same right side still, and its key is the name of today.
  const today = (value: unknown) => Object.fromEntries(Object.entries(value as object).map(([pair, id]) => [pair, key[id] ?? id]));
  const optionOf = (select: HTMLSelectElement, value: unknown) => [...select.options].find((option) => option.value === value);

  return {
    read: () =>
      selects.every((select) => select.value)
        ? Object.fromEntries(selects.map((select) => [select.dataset.pair!, select.value]))
        : undefined,
    restore(value) {
      if (typeof value !== 'object' || value === null) return false;
      const chosen = new Map(Object.entries(today(value)));
      if (!selects.every((select) => chosen.get(select.dataset.pair!) && optionOf(select, chosen.get(select.dataset.pair!)))) return false;
      for (const select of selects) select.value = chosen.get(select.dataset.pair!) as string;
      return true;
    },
    isRight: (value) => markPairs(pairs, value as { [pair: string]: unknown }, key).every(Boolean),
    show(value) {
      const right = markPairs(pairs, today(value), key);
      selects.forEach((select, i) => {
        const choice = textOf(optionOf(select, select.dataset.key) ?? null);
        mark(select.closest<HTMLElement>('.fb-pair')!, right[i] ? 'right' : 'wrong', [
          right[i] ? words.partRight : words.rightPair(choice),
        ]);
      });
      return { count: words.pairs(right.filter(Boolean).length, right.length) };
    },
    clear() {
      unmark(root);
      for (const select of selects) select.value = '';
    },
    first: () => selects[0]!,
  };
}
