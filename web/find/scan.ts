// Which sections fit a query, best first: a plain scan over folded text. Pure: touches nothing, knows no page.
// Latin words count from their beginning, Chinese by any part. Never makes a pattern of what was typed.

/** An entry of `assets/search.js`; `at` is relative to the root of the language, `heading` may be empty. */
export interface Section {
  at: string;
  page: string;
  heading: string;
  text: string;
}

/** A piece of a text; `hit` says that it was searched for. */
export interface Piece {
  text: string;
  hit: boolean;
}

export interface Found {
  at: string;
  page: Piece[];
  heading: Piece[];
  passage: Piece[];
}

/** `count` is of all that fit; `best` holds the first of them. */
export interface Answer {
  count: number;
  best: Found[];
}

export type Scan = (query: string) => Answer;

const MOST_TYPED = 200;
const MOST_TOKENS = 24;
const MOST_FOUND = 20;

const HAN = /\p{Script=Han}/u;
const LETTER = /(?!\p{Script=Han})[\p{L}\p{N}\p{M}]/u;
const TOKENS = /\p{Script=Han}+|((?!\p{Script=Han})[\p{L}\p{N}\p{M}'])+/gu;

/** As things are compared: full-width is half-width, capitals are small. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/’/g, "'");
}

/** Where a token stands in folded text, `most` times at most. */
function places(text: string, token: string, most: number): number[] {
  const found: number[] = [];
  const word = LETTER.test(token[0]!);
  for (let at = text.indexOf(token); at >= 0 && found.length < most; at = text.indexOf(token, at + token.length)) {
    if (!word || !at || !LETTER.test(text[at - 1]!)) found.push(at);
  }
  return found;
}

/** A plural's singular; anything else as it is. */
function singular(token: string): string {
  return token.replace(/([^s])s$/, '$1');
}

/** 0 where a name does not have the token, in the singular; else more, the more of it the token is. */
function inName(name: string, token: string): number {
  return places(name, singular(token), 1).length && 1 + token.length / name.length;
}

/** What to try where a token stands nowhere: a word without its ending, a Chinese phrase in pairs of letters. */
function looser(token: string): string[] {
  if (HAN.test(token)) return [...token].slice(1, MOST_TOKENS).map((letter, index) => [...token][index] + letter);
  const stem = token.replace(/'s$|ies$|(s|x|z|ch|sh)es$|([^s])s$|ed$|ing$/, '$1$2');
  return stem.length > 2 ? [stem] : [];
}

export function scanner(sections: readonly Section[]): Scan {
  const all = sections.map(({ page, heading, text }) => ({ page: fold(page), heading: fold(heading), text: fold(text) }));

  /** How well each section fits a token: title before heading before text, and 0 is not at all. */
  function scores(token: string): number[] {
    const found = all.map(({ page, heading, text }) => {
      const count = places(text, token, 5).length;
      const own = 6 * inName(heading, token) + (count && 1 + count / 10);
      // A page whose title fits stands there once, at its beginning, and hardly with its sections.
      return own + inName(page, token) * (heading ? 0.01 : 20);
    });
    // What stands everywhere says little.
    const rare = 1 + Math.log2(all.length / found.filter(Boolean).length);
    return found.map((value) => value && value * rare);
  }

  return (query) => {
    const typed = fold(query.slice(0, MOST_TYPED)).trim();
    const tokens: string[] = [];
    const columns: number[][] = [];
    for (const token of new Set(typed ? (typed.match(TOKENS) ?? [typed]) : [])) {
      const exact = scores(token);
      const parts = exact.some(Boolean) ? [] : looser(token);
      tokens.push(...(parts.length ? parts : [token]));
      columns.push(...(parts.length ? parts.map(scores) : [exact]));
      if (tokens.length > MOST_TOKENS) break;
    }
    const rows: { index: number; hits: number; score: number }[] = [];
    for (const [index, { heading, text }] of all.entries()) {
      const values = columns.map((column) => column[index]!);
      const hits = values.filter(Boolean).length;
      if (!hits || (heading && Math.max(...values) < 1)) continue;
      const phrase = columns.length < 2 ? 0 : heading.includes(typed) ? 20 : text.includes(typed) ? 5 : 0;
      rows.push({ index, hits, score: values.reduce((sum, value) => sum + value, phrase) });
    }
    // All words before some words, and of those at least half as many as the best has; equals stay in order.
    rows.sort((a, b) => b.hits - a.hits || b.score - a.score);
    const kept = rows.filter(({ hits }) => hits * 2 >= rows[0]!.hits);
    const marked = [...tokens, ...tokens.map(singular)];
    return {
      count: kept.length,
      best: kept.slice(0, MOST_FOUND).map(({ index }) => {
        const { at, page, heading, text } = sections[index]!;
        return { at, page: pieces(page, marked), heading: pieces(heading, marked), passage: passage(text, marked) };
      }),
    };
  };
}

interface Hit {
  start: number;
  end: number;
  token: string;
}

/** Where the tokens stand in the text itself, in order and without overlap. */
function hitsIn(text: string, tokens: readonly string[]): Hit[] {
  // Letter by letter, because folding changes lengths.
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    folded += fold(letter);
    while (from.length < folded.length) from.push(at);
    at += letter.length;
  }
  from.push(at);
  const found = tokens.flatMap((token) => places(folded, token, 9).map((start) => ({ start: from[start]!, end: from[start + token.length]!, token })));
  let last = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .slice(0, 60)
    .flatMap(({ start, end, token }) => {
      const free = Math.max(start, last);
      last = Math.max(last, end);
      return end > free ? [{ start: free, end, token }] : [];
    });
}

function cut(text: string, hits: readonly Hit[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  for (const { start, end } of hits) {
    if (start < from || end > to) continue;
    found.push({ text: text.slice(from, start), hit: false }, { text: text.slice(start, end), hit: true });
    from = end;
  }
  found.push({ text: text.slice(from, to), hit: false });
  return found.filter((piece) => piece.text);
}

function pieces(text: string, tokens: readonly string[]): Piece[] {
  return cut(text, hitsIn(text, tokens), 0, text.length);
}

/** The stretch of a text with the most different tokens, from the beginning of a sentence or word. */
function passage(text: string, tokens: readonly string[]): Piece[] {
  const length = HAN.test(text) ? 64 : 150;
  const hits = hitsIn(text, tokens);
  const near = ({ start }: Hit): number =>
    new Set(hits.flatMap((hit) => (hit.start < start || hit.end > start + length * 0.7 ? [] : hit.token))).size;
  let best = 0;
  let most = 0;
  for (const hit of hits) {
    const count = near(hit);
    if (count > most) [best, most] = [hit.start, count];
  }
  const early = Math.max(0, best - (length >> 2));
  const before = text.slice(early, best);
  const from = best - (early ? before.replace(/^(.*[。！？；]|.*[.!?;] |\S*\s)/s, '') : before).length;
  const shown = cut(text, hits, from, from + length);
  if (from) shown.unshift({ text: '…', hit: false });
  if (from + length < text.length) shown.push({ text: '…', hit: false });
  return shown;
}
