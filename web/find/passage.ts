// What is shown of a text that was found: its best stretch, in pieces, with what was searched for marked. Pure.
import { fold, HAN, places } from './text';

/** A piece of a text; `hit` says that it was searched for. */
export interface Piece {
  text: string;
  hit: boolean;
}

interface Hit {
  start: number;
  end: number;
  token: string;
}

/** Where the tokens stand in the text itself, in order; what touches is one. */
function hitsIn(text: string, tokens: readonly string[]): Hit[] {
  const [folded, place] = foldedPlaces(text);
  const found = tokens.flatMap((token) => places(folded, token, 9).map((start) => ({ start: place(start), end: place(start + token.length), token })));
  const hits: Hit[] = [];
  for (const hit of found.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, 90)) {
    const last = hits[hits.length - 1];
    // what touches is one
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
    else hits.push(hit);
  }
  return hits;
}

/** A text as it is compared, and where each of its places is in the text itself. */
function foldedPlaces(text: string): [string, (at: number) => number] {
  const folded = fold(text);
  if (folded.length === text.length) return [folded, (at) => at];
  // Letter by letter, because folding has changed lengths; rare, and slow.
  const from: number[] = [];
  let letters = '';
  let at = 0;
  for (const letter of text) {
    letters += fold(letter);
    while (from.length < letters.length) from.push(at);
    at += letter.length;
  }
  from.push(at);
  return [letters, (place) => from[place]!];
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

export function pieces(text: string, tokens: readonly string[]): Piece[] {
  return cut(text, hitsIn(text, tokens), 0, text.length);
}

/** The stretch of a text with the most different tokens, from the beginning of a sentence or word. */
export function passage(text: string, tokens: readonly string[]): Piece[] {
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
