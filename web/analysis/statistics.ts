// Item analysis: what the first answers of a class say about each question. Pure: numbers in, numbers out.
// Never about a person: a group of fewer than FEW learners has no figures, and no learner is named or shown alone.
import type { Entry, Value } from '../record/entry';

/** Below this many learners nothing is broken down: the figures would be chance, and everybody would know who it was. */
export const FEW = 5;

/** A question as `assets/bank.js` brings it, as far as it matters here. */
export interface Item {
  readonly id: string;
  readonly page: string;
  readonly section: string;
  readonly objective: string;
  readonly v: number;
  readonly type: string;
  readonly ask: string;
  readonly options?: readonly { readonly id: string }[];
  /** Ids of the right options, where there is anything to choose. */
  readonly key: unknown;
}

export interface Answer {
  readonly ok: boolean;
  readonly value: Value | undefined;
}

export interface Learner {
  /** By question: the first answer to the version that the bank holds. */
  readonly first: ReadonlyMap<string, Answer>;
  /** Answers to questions, or versions of questions, that the bank does not hold. */
  readonly ignored: number;
}

/** Worst first. `against`: the better the learner, the likelier the miss, clearly so. `flat`: hardly tells one learner from another. */
export const FLAGS = ['against', 'hard', 'flat', 'easy', 'idle'] as const;
export type Flag = (typeof FLAGS)[number];

export interface Option {
  readonly id: string;
  readonly key: boolean;
  readonly count: number;
}

export interface Figures {
  readonly item: Item;
  readonly answers: number;
  readonly right: number;
  /** Point-biserial, −1 to 1, against the share right on the other questions; absent where nothing varies. */
  readonly discrimination?: number | undefined;
  /** In written order; empty for blanks, orders and matches. */
  readonly options: readonly Option[];
  readonly flags: readonly Flag[];
}

export interface Group {
  readonly id: string;
  readonly items: readonly Item[];
  readonly learners: number;
  readonly answers: number;
  readonly right: number;
}

export interface Analysis {
  readonly learners: number;
  readonly answers: number;
  readonly right: number;
  readonly ignored: number;
  /** Questions with enough answers, in the order of the bank. */
  readonly items: readonly Figures[];
  readonly pages: readonly Group[];
  readonly objectives: readonly Group[];
  /** The section that most wrong answers point to, of those with enough learners. */
  readonly rewrite?: Group | undefined;
}

/** `log`: the entries of one learner, in their order. What the learner has cleared is not counted. */
export function firstAnswers(log: readonly Entry[], items: readonly Item[]): Learner {
  const versions = new Map(items.map(({ id, v }) => [id, v]));
  const first = new Map<string, Answer>();
  let ignored = 0;
  for (const { kind, item, v, ok, value } of log) {
    if (kind === 'reset') item === '*' ? first.clear() : first.delete(item);
    if (kind !== 'answer') continue;
    if (versions.get(item) !== v) ignored++;
    else if (!first.has(item)) first.set(item, { ok: !!ok, value });
  }
  return { first, ignored };
}

export function analyse(everybody: readonly Learner[], items: readonly Item[]): Analysis {
  // in an order of their own: added up in another, the last digit of a figure may differ
  const learners = everybody.filter(({ first }) => first.size).sort((a, b) => (mark(a) < mark(b) ? -1 : 1));
  const scores = learners.map(({ first }) => [...first.values()].filter(({ ok }) => ok).length);
  const counted = learners.length < FEW ? [] : items;
  const by = (key: (item: Item) => string): Group[] => groups(learners, counted, key);
  const wrong = ({ answers, right }: Group): number => answers - right;
  const sections = by(({ page, section }) => `${page}#${section}`).filter((each) => each.learners >= FEW && wrong(each));
  return {
    learners: learners.length,
    answers: sum(learners.map(({ first }) => first.size)),
    right: sum(scores),
    ignored: sum(everybody.map(({ ignored }) => ignored)),
    items: counted.map((item) => figuresOf(item, learners, scores)).filter(({ answers }) => answers >= FEW),
    pages: by(({ page }) => page),
    objectives: by(({ objective }) => objective),
    // of two with as many wrong answers, the one with fewer answers in all
    rewrite: sections.sort((a, b) => wrong(b) - wrong(a) || a.answers - b.answers)[0],
  };
}

function mark({ first }: Learner): string {
  return [...first].map(([id, { ok }]) => `${id} ${ok}`).sort().join();
}

/** Flagged questions, the worst first. */
export function worstFirst(figures: readonly Figures[]): readonly Figures[] {
  const rank = ({ flags }: Figures): number => FLAGS.indexOf(flags[0]!);
  const share = ({ flags, right, answers, discrimination = 1 }: Figures): number => (flags[0] === 'hard' ? right / answers : discrimination);
  return figures.filter(({ flags }) => flags.length).sort((a, b) => rank(a) - rank(b) || share(a) - share(b));
}

/** What anybody answered, in the order of the items. */
function groups(learners: readonly Learner[], items: readonly Item[], key: (item: Item) => string): Group[] {
  const members = new Map<string, Item[]>();
  for (const item of items) members.set(key(item), [...(members.get(key(item)) ?? []), item]);
  return [...members]
    .map(([id, items]) => {
      const given = learners.map(({ first }) => items.flatMap((item) => first.get(item.id) ?? []));
      const answers = given.flat();
      return { id, items, learners: given.filter(({ length }) => length).length, answers: answers.length, right: answers.filter(({ ok }) => ok).length };
    })
    .filter(({ answers }) => answers);
}

function figuresOf(item: Item, learners: readonly Learner[], scores: readonly number[]): Figures {
  const given: Answer[] = [];
  const pairs: [boolean, number][] = [];
  for (const [i, { first }] of learners.entries()) {
    const answer = first.get(item.id);
    if (!answer) continue;
    given.push(answer);
    if (first.size > 1) pairs.push([answer.ok, (scores[i]! - Number(answer.ok)) / (first.size - 1)]);
  }
  const answers = given.length;
  const right = given.filter(({ ok }) => ok).length;
  const discrimination = pairs.length < FEW ? undefined : pointBiserial(pairs);
  const chooses = item.type === 'single' || item.type === 'multiple';
  const options = ((chooses && item.options) || []).map(({ id }) => ({
    id,
    key: (item.key as string[]).includes(id),
    count: given.filter(({ value }) => value === id || (Array.isArray(value) && value.includes(id))).length,
  }));
  // in whole numbers: 0.05 × 140 is more than 7
  const holds: { [flag in Flag]: boolean } = {
    against: discrimination! <= -0.15,
    hard: right * 10 < answers * 3,
    flat: Math.abs(discrimination!) < 0.15,
    easy: right * 20 > answers * 19,
    idle: options.some((option) => isIdle(option, answers)),
  };
  return { item, answers, right, discrimination, options, flags: FLAGS.filter((flag) => holds[flag]) };
}

/** A wrong option that fewer than one in twenty choose. */
export function isIdle({ key, count }: Option, answers: number): boolean {
  return !key && count * 20 < answers;
}

/** Pearson's correlation of right or wrong (1 or 0) with the rest score; undefined where one of them does not vary. */
function pointBiserial(pairs: readonly (readonly [boolean, number])[]): number | undefined {
  const rests = pairs.map(([, rest]) => rest);
  const right = pairs.flatMap(([ok, rest]) => (ok ? rest : []));
  const wrong = pairs.flatMap(([ok, rest]) => (ok ? [] : rest));
  if (!right.length || !wrong.length || rests.every((rest) => rest === rests[0])) return undefined;
  const middle = mean(rests);
  const spread = Math.sqrt(mean(rests.map((rest) => (rest - middle) ** 2)));
  const found = ((mean(right) - mean(wrong)) / spread) * (Math.sqrt(right.length * wrong.length) / pairs.length);
  // what is nought on paper is nought here, in whatever order the learners come
  return Math.round(found * 1e9) / 1e9;
}

function sum(of: readonly number[]): number {
  return of.reduce((all, x) => all + x, 0);
}

function mean(of: readonly number[]): number {
  return sum(of) / of.length;
}
