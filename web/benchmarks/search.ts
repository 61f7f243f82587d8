// What the search finds of the queries in benchmarks/queries.yml, and how exactly. Run by benchmarks/search.py.
// Reads a JSON file {languages: {zh: {names, texts, queries: [{set, ask, kind, wanted}]}}}; prints JSON.
import { readFileSync } from 'node:fs';
import { scanner, type Names, type Texts } from '../find/scan';
import { fold, stands, TOKENS } from '../find/text';

interface Query {
  set: string;
  ask: string;
  kind: string;
  /** Addresses of pages that answer it. */
  wanted: string[];
}

const SAMPLES = 150;

const { languages } = JSON.parse(readFileSync(process.argv[process.argv.length - 1]!, 'utf8')) as { languages: Record<string, { names: Names; texts: Texts; queries: Query[] }> };
const result: Record<string, unknown> = {};
for (const [language, { names, texts, queries }] of Object.entries(languages)) {
  const scan = scanner(names, texts);
  const page = (at: string): string => at.replace(/#.*/, '');
  const places = queries.map(({ ask, wanted }) => scan(ask).best.findIndex(({ sections }) => wanted.includes(page(sections[0]!.at))));

  // Words and stretches that stand somewhere, every so many letters; the truth is where they stand.
  const written = names.pages.map(([at, title, , , sections], index) => ({
    at,
    text: [title, ...texts[index]![0], ...sections.map(([, heading]) => heading), ...texts[index]![1]].map(fold).join('\n'),
  }));
  const all = written.map(({ text }) => text).join('\n');
  const literal = scanner(names, texts, true);
  let right = 0;
  let given = 0;
  let there = 0;
  let below = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const at = Math.floor((all.length / SAMPLES) * (sample + 0.5));
    const words = all.slice(at, at + 400).match(TOKENS) ?? [];
    const long = words.find((word) => word.length > (language === 'zh' ? 1 : 3)) ?? '';
    // Chinese: two to five letters out of a run; English: a word, and every third time two
    const asked = language === 'zh' ? [long.slice(0, 2 + (sample % 4))] : sample % 3 ? [long] : [long, words.filter((word) => word.length > 4 && word !== long)[0] ?? ''];
    const query = asked.filter((word) => word && !names.ignore.includes(word)).join(' ');
    if (!query) continue;
    const truth = new Set(written.filter(({ text }) => query.split(' ').every((word) => stands(text, word))).map(({ at }) => at));
    const found = literal(query).best.map(({ sections }) => page(sections[0]!.at));
    right += found.filter((each) => truth.has(each)).length;
    given += found.length;
    there += truth.size;
    let expanded = false;
    for (const { sections } of scan(query).best) {
      if (!truth.has(page(sections[0]!.at))) expanded = true;
      else if (expanded) below++;
    }
  }
  result[language] = { places, precision: right / given, recall: right / there, below, samples: SAMPLES };
}
console.log(JSON.stringify(result));
