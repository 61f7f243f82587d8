// The body of `single` and `multiple`: radios or checkboxes with feedback under each option.
// Touches its question only. Never hides an option's feedback once marked: the wrong ones teach, too.
import { textOf } from '../page/make';
import type { Words } from '../words/words';
import { mark, unmark } from './badge';
import type { Body } from './body';
import { markChoices } from './marking';

export function choice(root: HTMLElement, words: Words): Body {
  const options = [...root.querySelectorAll<HTMLElement>('.fb-option')].map((option) => ({
    option,
    input: option.querySelector('input')!,
    why: option.querySelector<HTMLElement>('.fb-why'),
  }));
  const several = root.dataset.type === 'multiple';
  const key = options.filter(({ input }) => 'correct' in input.dataset).map(({ input }) => input.value);
  const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]) as string[];

  return {
    read() {
      const chosen = options.filter(({ input }) => input.checked).map(({ input }) => input.value).sort();
      if (chosen.length === 0) return undefined;
      return several ? chosen : chosen[0]!;
    },
    restore(value) {
      const ids = idsOf(value);
      if (several !== Array.isArray(value) || ids.length === 0) return false;
      if (!ids.every((id) => options.some(({ input }) => input.value === id))) return false;
      for (const { input } of options) input.checked = ids.includes(input.value);
      return true;
    },
    isRight: (value) => markChoices(idsOf(value), key).ok,
    show(value, ok) {
      const chosen = idsOf(value);
      const heard: string[] = [];
      for (const { option, input, why } of options) {
        const picked = chosen.includes(input.value);
        const correct = key.includes(input.value);
        const label = option.querySelector('label')!;
        if (picked && correct) mark(option, 'right', [words.yourChoice, words.rightAnswer], label);
        else if (picked) mark(option, 'wrong', [words.yourChoice], label);
        else if (correct) mark(option, 'missed', [words.rightAnswer], label);
        if (why) why.hidden = false;
        // Of several, wrong: where the learner and the key part. Else: what was chosen.
        if (several && !ok ? picked !== correct : picked) heard.push(textOf(why));
      }
      if (!ok) {
        const right = options.filter(({ input }) => key.includes(input.value));
        heard.push(words.theAnswer(right.map(({ option }) => textOf(option.querySelector('.fb-letter')))));
      }
      if (!several || ok) return { more: heard };
      const { hit, astray } = markChoices(chosen, key);
      return { count: words.choices(hit, key.length, astray), more: heard };
    },
    clear() {
      unmark(root);
      for (const { input, why } of options) {
        input.checked = false;
        if (why) why.hidden = true;
      }
    },
    first: () => options[0]!.input,
  };
}
