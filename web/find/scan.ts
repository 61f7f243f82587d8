// Which pages answer a query, best first, and with which sections: a plain scan over folded text. Pure: touches nothing,
// knows no page. Latin words count from their beginning, Chinese by any part. Never makes a pattern of what was typed.
import { reader, wordsOf, type Slot } from './query';
import { each, fold } from './text';

/** `assets/search-names.js`; see scripts/course/outputs/search.py. */
export interface Names {
  ignore: readonly string[];
  same: readonly (readonly string[])[];
  /** Name of a module → its title. */
  modules: Readonly<Record<string, string>>;
  pages: readonly Page[];
}
type Page = readonly [at: string, title: string, module: string, kind: string, sections: readonly (readonly [id: string, heading: string, kind: string])[]];

/** `assets/search-texts.js`, a row a page: what else it is called, and the text of each of its sections. */
export type Texts = readonly (readonly [also: readonly string[], texts: readonly string[]])[];

/** A section that was found; `at` is relative to the root of the language. */
export interface Found {
  at: string;
  heading: string;
  kind: string;
  text: string;
}

export interface FoundPage {
  title: string;
  module: string;
  kind: string;
  sections: Found[];
}

export interface Answer {
  /** Of all pages that fit; `best` holds the first of them. */
  count: number;
  best: FoundPage[];
  /** What to mark in them. */
  marks: string[];
  /** What was searched for in place of a word that stands nowhere. */
  instead: string[];
}

export type Scan = (query: string) => Answer;

export const MOST_FOUND = 10;
const MOST_SECTIONS = 3;

/** How much a word counts by where it stands. Found by trying on the development queries (benchmarks/search.md). */
const WEIGHT = {
  title: 4.7,
  also: 3.5,
  heading: 0.7,
  /** All of a page together: how much, a heading's share in it, and how soon more of the same says no more. */
  page: 6,
  pageHeading: 6,
  pageHalf: 5,
  /** The best section, beside its page, and how soon more of the same says no more. */
  section: 0.5,
  sectionHalf: 1.8,
  /** Pages with all words over pages with some. */
  all: 0.12,
  /** The whole of what was typed as a name, and in one. */
  exact: 2,
  phrase: 0.8,
  kinds: { reference: 0.75, index: 0.55 } as Readonly<Record<string, number>>,
};

/** A stretch of all that was written: a title, another name of a page, a heading, or a text. */
interface Stretch {
  from: number;
  length: number;
  page: number;
  /** The section, -1 for what belongs to the page. */
  row: number;
  weight: number;
}

/** Of a word in one text; after that, more of the same says nothing. */
const MOST_COUNTED = 6;
/** Words of which the figures are kept. */
const MOST_KEPT = 200;

/** Without `texts`, from titles and headings alone. `literal`: pages with all words as they were typed, and all such pages. */
export function scanner({ ignore, same, modules, pages }: Names, texts?: Texts, literal = false): Scan {
  let everything = '';
  const stretches: Stretch[] = [];
  const rows: { page: number; index: number; length: number }[] = [];
  const known: { from: number; length: number }[] = [];
  const add = (text: string, page: number, row: number, weight: number): number => {
    const folded = fold(text);
    stretches.push({ from: everything.length, length: folded.length, page, row, weight });
    everything += `${folded}\n`;
    return folded.length;
  };
  for (const [page, [, title, , , sections]] of pages.entries()) {
    const from = everything.length;
    known.push({ from, length: 0 });
    add(title, page, -1, WEIGHT.title);
    for (const words of texts?.[page]?.[0] ?? []) add(words, page, -1, WEIGHT.also);
    for (const [index, [, heading]] of sections.entries()) {
      add(heading, page, rows.length, WEIGHT.heading);
      rows.push({ page, index, length: add(texts?.[page]?.[1][index] ?? '', page, rows.length, 0) });
    }
    known[page]!.length = everything.length - from;
  }
  // what is longer than others has more of everything
  const long = rows.reduce((sum, { length }) => sum + length, 1) / rows.length;
  const longPage = everything.length / pages.length;
  const ignored = new Set(ignore);
  const meant = reader({ ignore: ignored, same: same.map((words) => words.map(fold)), everything }, literal);

  /** Where a token stands, stretch by stretch. `visit` says from where to go on. */
  function walk(token: string, visit: (stretch: Stretch) => number | undefined): void {
    let now = 0;
    each(everything, token, (at) => {
      while (at >= (stretches[now + 1]?.from ?? Infinity)) now++;
      return visit(stretches[now]!);
    });
  }
  const end = ({ from, length }: { from: number; length: number }): number => from + length;

  interface Measure {
    /** Of each page: how well its names fit, and how often the token stands on it. */
    own: Float64Array;
    sums: Float64Array;
    /** Of each section: how well its heading fits, and how often the token stands in its text. */
    named: Float64Array;
    counts: Float64Array;
    /** Pages that have it. */
    many: number;
  }
  /** What the last queries asked for: with each letter that is typed, most of it is asked for again. */
  const measured = new Map<string, Measure>();

  function measure(token: string): Measure {
    const own = new Float64Array(pages.length);
    const named = new Float64Array(rows.length);
    const counts = new Float64Array(rows.length);
    const sums = new Float64Array(pages.length);
    walk(token, (stretch) => {
      const { length, page, row, weight } = stretch;
      // of a name, the more the more of it the token is
      const share = 0.5 + token.length / length / 2;
      if (row < 0) own[page] = Math.max(own[page]!, weight * share);
      else {
        if (weight) named[row] = share;
        else counts[row]!++;
        sums[page]! += weight ? WEIGHT.pageHeading * share : 1;
      }
      // once in a name is enough, and six times in a text
      return row < 0 || weight || counts[row]! >= MOST_COUNTED ? end(stretch) : undefined;
    });
    const many = own.filter((share, page) => share || sums[page]).length;
    if (measured.size > MOST_KEPT) measured.clear();
    const found = { own, named, counts, sums, many };
    measured.set(token, found);
    return found;
  }

  /** How well each section and each page fits a slot; `most` is for a page that has it. */
  function fit({ any }: Slot): { inRow: Float64Array; inPage: Float64Array; has: Float64Array; most: number } {
    const found = { inRow: new Float64Array(rows.length), inPage: new Float64Array(pages.length), has: new Float64Array(pages.length), most: 0 };
    for (const { token, weight } of any) {
      const { own, named, counts, sums, many } = measured.get(token) ?? measure(token);
      const rare = weight * Math.log(1 + pages.length / (many + 0.5));
      for (const [page, sum] of sums.entries()) {
        if (!sum && !own[page]) continue;
        const value = own[page]! + (WEIGHT.page * sum) / (sum + WEIGHT.pageHalf * (0.9 + (0.1 * known[page]!.length) / longPage));
        found.inPage[page] = Math.max(found.inPage[page]!, rare * value);
        found.has[page] = Math.max(found.has[page]!, rare);
        found.most = Math.max(found.most, rare);
      }
      for (const [row, { length }] of rows.entries()) {
        const count = counts[row]!;
        const value = (count && count / (count + WEIGHT.sectionHalf * (0.85 + (0.15 * length) / long))) + WEIGHT.heading * named[row]!;
        found.inRow[row] = Math.max(found.inRow[row]!, rare * value);
      }
    }
    return found;
  }

  return (query) => {
    const { typed, slots, instead } = meant(query);
    const asked = wordsOf(typed, ignored);
    const phrase = new Float64Array(pages.length);
    const called = new Set<number>();
    if (asked.length && typed.length > 1) {
      walk(typed, ({ page, row, length, weight }) => {
        if (row < 0) called.add(page);
        const share = typed.length === length ? WEIGHT.exact : (WEIGHT.phrase * (1 + typed.length / length)) / 2;
        if (weight) phrase[page] = Math.max(phrase[page]!, share);
        return undefined;
      });
    }
    /** How many of the words that were typed stand on a page, as they were typed. */
    const had = new Float64Array(pages.length);
    for (const word of asked) {
      walk(word, ({ page }) => {
        had[page]!++;
        return end(known[page]!);
      });
    }
    const fits = slots.map(fit);
    const most = fits.reduce((sum, { most }) => sum + most, 0);
    const found = pages.map(([, , , kind], page) => ({
      page,
      value: fits.reduce((sum, { inPage }) => sum + inPage[page]!, 0),
      has: most && fits.reduce((sum, { has }) => sum + has[page]!, 0) / most,
      kind: WEIGHT.kinds[kind] ?? 1,
      best: 0,
      /** Every word stands on it as it was typed. */
      all: asked.length > 0 && had[page] === asked.length,
      sections: [] as { index: number; value: number }[],
    }));
    for (const [row, { page, index }] of rows.entries()) {
      const value = fits.reduce((sum, { inRow }) => sum + inRow[row]!, 0);
      if (!value) continue;
      found[page]!.sections.push({ index, value });
      found[page]!.best = Math.max(found[page]!.best, value);
    }
    const score = ({ page, value, has, kind, best }: (typeof found)[0]): number => (value + WEIGHT.section * best) * has ** WEIGHT.all * kind * (1 + phrase[page]!);
    // of pages with some words, those with a quarter of what the best has
    const enough = Math.max(...found.map(({ has }) => has)) / 4;
    const kept = found.filter(({ value, all, has }) => (literal ? all : value > 0 && has >= enough)).sort((a, b) => Number(b.all) - Number(a.all) || score(b) - score(a));
    return {
      count: kept.length,
      instead,
      marks: slots.flatMap(({ any }) => any.map(({ token }) => token)),
      best: kept.slice(0, literal ? kept.length : MOST_FOUND).map(({ page, sections, best }) => {
        const [at, title, module, kind, own] = pages[page]!;
        const shown = sections.sort((a, b) => b.value - a.value).filter(({ value }) => value * 2 > best);
        return {
          title,
          module: modules[module] ?? '',
          kind,
          // of a page that is called so, its beginning
          sections: (called.has(page) || !shown.length ? [{ index: 0 }, ...shown.filter(({ index }) => index)] : shown).slice(0, MOST_SECTIONS).map(({ index }) => {
            const [id, heading, kind] = own[index]!;
            return { at: id ? `${at}#${id}` : at, heading, kind, text: texts?.[page]?.[1][index] ?? '' };
          }),
        };
      }),
    };
  };
}
