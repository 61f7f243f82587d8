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

/** Where a token stands in folded text. A word begins where one begins, and a number is not the beginning of a longer one. */
export function* places(text: string, token: string): Generator<number, void, number | undefined> {
  let at = text.indexOf(token);
  if (at < 0) return;
  const word = LETTER.test(token[0]!);
  const number = NUMBER.test(token);
  while (at >= 0) {
    let from: number | undefined;
    if (!(word && at && isLetter(text, at - 1)) && !(number && DIGIT.test(text[at + token.length] ?? ''))) from = yield at;
    at = text.indexOf(token, from ?? at + token.length);
  }
}

/** Whether a token stands in folded text. */
export function stands(text: string, token: string): boolean {
  return !places(text, token).next().done;
}
