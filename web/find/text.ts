// How texts are compared, and where a word stands in one. Pure: touches nothing.

export const HAN = /\p{Script=Han}/u;
export const LETTER = /(?!\p{Script=Han})[\p{L}\p{N}\p{M}]/u;
/** Runs of Chinese; numbers with what belongs to them (80/20, 3+1, 100%); words. */
export const TOKENS = /\p{Script=Han}+|\p{N}+([.,:\/+×%-]+\p{N}+)*%?(?!\p{L})|((?!\p{Script=Han})[\p{L}\p{N}\p{M}'])+/gu;

/** As things are compared: full-width is half-width, capitals are small, a hyphen between letters is a space. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/’/g, "'").replace(/(\p{L})[-\u2010\u2011](?=\p{L})/gu, '$1 ');
}

/** Of folded text; a pattern would be asked thousands of times a query. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (code > 96 && code < 123) || (code > 47 && code < 58) : LETTER.test(text[at]!);
}

const NUMBER = /^\p{N}+$/u;
const DIGIT = /\p{N}/u;

/**
 * Calls `visit` with every place of a token in folded text, until there is no other or it says where to go on: Infinity ends.
 * A word begins where one begins, and a number is not the beginning of a longer one.
 */
export function each(text: string, token: string, visit: (at: number) => number | undefined): void {
  let at = text.indexOf(token);
  if (at < 0) return;
  const word = LETTER.test(token[0]!);
  const number = NUMBER.test(token);
  while (at >= 0) {
    let from = at + token.length;
    if (!(word && at && isLetter(text, at - 1)) && !(number && DIGIT.test(text[from] ?? ''))) from = visit(at) ?? from;
    at = from > text.length ? -1 : text.indexOf(token, from);
  }
}

/** Where a token stands, `most` times at most. */
export function places(text: string, token: string, most = Infinity): number[] {
  const found: number[] = [];
  each(text, token, (at) => (found.push(at) < most ? undefined : Infinity));
  return found;
}

/** Whether a token stands in folded text. */
export function stands(text: string, token: string): boolean {
  return places(text, token, 1).length > 0;
}
