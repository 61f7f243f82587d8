// What a query means: the words to look for, with what may stand in their place. Pure: touches nothing.
import { fold, HAN, places, stands as standsIn, TOKENS } from './text';

/** One of `any` has to stand there. */
export interface Slot {
  any: { token: string; weight: number }[];
}

export interface Known {
  ignore: ReadonlySet<string>;
  same: readonly (readonly string[])[];
  /** All texts in one, to see what stands anywhere. */
  everything: string;
}

export interface Meant {
  typed: string;
  slots: Slot[];
  instead: string[];
}

const MOST_TYPED = 200;
const MOST_SLOTS = 40;
const MOST_KEPT = 2000;
const MOST_NEAR = 2;
/** How much counts, against a word that was typed: a word without its ending, another word, a single letter, all that was typed. */
const STEM = 0.8;
const ANOTHER = 0.6;
const ALONE = 1.2;
const WHOLE = 0.8;

/** The words of what was typed, without those that say nothing, unless there are no others. */
export function wordsOf(typed: string, ignore: ReadonlySet<string>): string[] {
  const all = [...new Set(typed ? (typed.match(TOKENS) ?? [typed]) : [])];
  const some = all.filter((word) => !ignore.has(word));
  return some.length ? some : all;
}

/** `literal`: nothing but what was typed. */
export function reader({ ignore, same, everything }: Known, literal: boolean): (query: string) => Meant {
  /** What has been looked for already: each letter typed asks for nearly the same again. */
  const looked = new Map<string, boolean>();
  let vocabulary: Map<string, number> | undefined;

  function stands(token: string): boolean {
    if (looked.size > MOST_KEPT) looked.clear();
    const is = looked.get(token) ?? standsIn(everything, token);
    looked.set(token, is);
    return is;
  }

  function ofChinese(word: string, instead: string[]): Slot[] {
    const others = stands(word) || word.length < 3 ? [] : nearPhrases(word, everything, ignore);
    instead.push(...others);
    // a letter that makes no word with its neighbours may make one with others
    const letters = [...word].filter((_, index) => !neighbours(word, index).some(stands));
    const corrected = others.flatMap(pairs).filter((pair) => !word.includes(pair));
    return [...letters.map((token) => ({ any: [{ token, weight: ALONE }] })), ...[...pairs(word), ...corrected].map((token) => ({ any: [{ token, weight: 1 }] }))];
  }

  function ofLatin(word: string, instead: string[]): Slot {
    const any = [{ token: word, weight: 1 }];
    const stem = stemOf(word);
    if (stem !== word) any.push({ token: stem, weight: STEM });
    if (!any.some(({ token }) => stands(token))) {
      const near = nearWords(word, (vocabulary ??= wordsIn(everything)));
      instead.push(...near);
      any.push(...near.map((token) => ({ token, weight: ANOTHER })));
    }
    return { any };
  }

  /** What means the same as something that was asked for may stand in its place. */
  function addSame(slots: readonly Slot[], asked: string): void {
    for (const row of same) {
      // the longest: 嫌贵 has 贵 in it
      const said = row.filter((one) => standsIn(asked, one)).sort((a, b) => b.length - a.length)[0];
      if (!said) continue;
      const others = row.filter((one) => one !== said && stands(one)).map((token) => ({ token, weight: ANOTHER }));
      for (const { any } of slots) if (standsIn(said, any[0]!.token)) any.push(...others);
    }
  }

  return (query) => {
    const typed = fold(query.slice(0, MOST_TYPED)).trim();
    const all = wordsOf(typed, ignore);
    const instead: string[] = [];
    if (literal) return { typed, slots: all.map((token) => ({ any: [{ token, weight: 1 }] })), instead };
    const some = all.flatMap((word) => (HAN.test(word) ? withoutIgnored(word, ignore) : [word]));
    const slots: Slot[] = [];
    for (const word of some.length ? some : all) {
      if (slots.length <= MOST_SLOTS) slots.push(...(HAN.test(word) ? ofChinese(word, instead) : [ofLatin(word, instead)]));
    }
    addSame(slots, [typed, ...instead].join(' '));
    const here = slots.filter(({ any }) => any.some(({ token }) => stands(token)));
    // letters alone say nothing, and the whole of what was typed says more than its parts
    if (here.every(({ any }) => any[0]!.weight === ALONE) && typed.length > 1) return { typed, slots: [], instead };
    if (typed.length > 2 && here.length > 1 && stands(typed)) here.push({ any: [{ token: typed, weight: WHOLE }] });
    return { typed, slots: here, instead };
  };
}

function neighbours(word: string, index: number): string[] {
  return [word.slice(Math.max(0, index - 1), index + 1), word.slice(index, index + 2)].filter((pair) => pair.length > 1);
}

function pairs(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, index) => letters[index] + letter);
}

/** What is left of a run of Chinese between the words that say nothing, the longest of these first. */
function withoutIgnored(run: string, ignore: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let piece = '';
  for (let at = 0; at < run.length; ) {
    const length = [5, 4, 3, 2, 1].find((length) => ignore.has(run.slice(at, at + length)) && at + length <= run.length);
    if (length) {
      found.push(piece);
      piece = '';
      at += length;
    } else piece += run[at++];
  }
  return [...found, piece].filter(Boolean);
}

function stemOf(word: string): string {
  const stem = word.replace(/'s$|ies$|(s|x|z|ch|sh)es$|([^s])s$|ed$|ing$/, '$1$2');
  return stem.length > 2 ? stem : word;
}

/** Phrases that stand somewhere and have one letter other, or else one less; the two that stand there most. */
function nearPhrases(word: string, everything: string, ignore: ReadonlySet<string>): string[] {
  if (word.length > 8) return [];
  const counts = new Map<string, number>();
  for (let index = 0; index < word.length; index++) {
    // a letter that makes a word with its neighbour is no slip
    if (neighbours(word, index).some((pair) => everything.includes(pair))) continue;
    const before = word.slice(0, index);
    const after = word.slice(index + 1);
    const long = before.length >= after.length ? before : after;
    const start = long === before ? 0 : before.length + 1;
    for (const at of places(everything, long)) {
      const other = everything[at - start + index] ?? '';
      const phrase = before + other + after;
      if (HAN.test(other) && !ignore.has(other) && everything.startsWith(phrase, at - start)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
    const less = before + after;
    const times = less.length > 1 ? places(everything, less).length : 0;
    if (times) counts.set(less, (counts.get(less) ?? 0) + times);
  }
  const near = [...counts].sort(([a, most], [b, more]) => b.length - a.length || more - most).map(([phrase]) => phrase);
  return near.filter((phrase) => phrase.length === near[0]!.length).slice(0, MOST_NEAR);
}

/** Every Latin word → how often it stands there. */
function wordsIn(everything: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const one of everything.match(/[a-z][a-z']{2,}/g) ?? []) words.set(one, (words.get(one) ?? 0) + 1);
  return words;
}

/** Words one slip of the finger away (two in a long word), the commonest first. */
function nearWords(word: string, vocabulary: ReadonlyMap<string, number>): string[] {
  if (word.length < 4) return [];
  const most = word.length > 7 ? 2 : 1;
  const near: { one: string; slips: number; count: number }[] = [];
  for (const [one, count] of vocabulary) {
    if (Math.abs(one.length - word.length) > most) continue;
    const slips = distance(word, one, most);
    if (slips <= most) near.push({ one, slips: slips + (one[0] === word[0] ? 0 : 0.5), count });
  }
  near.sort((a, b) => a.slips - b.slips || b.count - a.count);
  return near.filter(({ slips }) => slips === near[0]!.slips).slice(0, MOST_NEAR).map(({ one }) => one);
}

/** Letters changed, added, left out or swapped with their neighbour. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      now[j] = Math.min(now[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[b.length]!;
}
