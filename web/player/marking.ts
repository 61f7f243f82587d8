// Whether an answer is right, for each type. Pure: values in, values out; touches nothing.
// Never gives points for a part: a question is right or it is not. The counts are for words only.

/** How a text is compared: width, case and blanks do not matter, everything else does. */
export function normalise(text: string): string {
  // By way of upper case, which unfolds what lower case alone leaves apart (ß and SS).
  return text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim();
}

export function blankIsRight(typed: string, accepted: readonly string[]): boolean {
  const answer = normalise(typed);
  return answer !== '' && accepted.some((each) => normalise(each) === answer);
}

export interface Choices {
  ok: boolean;
  /** Chosen and in the key; chosen and not. */
  hit: number;
  astray: number;
}

export function markChoices(chosen: readonly string[], key: readonly string[]): Choices {
  const hit = chosen.filter((id) => key.includes(id)).length;
  const astray = chosen.length - hit;
  return { ok: hit === key.length && astray === 0, hit, astray };
}

/** For each step, whether it stands in its place. */
export function markOrder(steps: readonly string[], key: readonly string[]): boolean[] {
  return steps.map((id, i) => id === key[i]);
}

/** For each pair in turn, whether the right side chosen for it is right. */
export function markPairs(
  pairs: readonly string[],
  chosen: { readonly [pair: string]: unknown },
  key: { readonly [pair: string]: string },
): boolean[] {
  return pairs.map((id) => chosen[id] === key[id]);
}
