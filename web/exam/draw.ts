// Draws the questions of an exam: by blueprint (module × level, in the bank's own proportions), seeded, replayable.
// Pure: the same outline, scope, number and seed give the same questions in the same order, anywhere.
import type { Outline, OutlinePage, OutlineQuestion } from '../progress/outline';

export interface Drawn {
  readonly page: OutlinePage;
  readonly question: OutlineQuestion;
}

/** mulberry32: small, and the same in every browser. 0 ≤ x < 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const found = [...list];
  for (let i = found.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [found[i], found[j]] = [found[j]!, found[i]!];
  }
  return found;
}

/** `module` '' for the whole course. Fewer than `count` when the scope holds fewer. */
export function draw(outline: Outline, module: string, count: number, seed: number): Drawn[] {
  const random = randomFrom(seed);
  const cells = new Map<string, Drawn[]>();
  for (const page of outline.pages) {
    if (module && page.module !== module) continue;
    for (const question of page.questions) {
      const cell = `${page.module} ${question.level}`;
      cells.set(cell, [...(cells.get(cell) ?? []), { page, question }]);
    }
  }
  const names = [...cells.keys()].sort();
  const total = names.reduce((sum, name) => sum + cells.get(name)!.length, 0);
  const wanted = Math.min(count, total);
  const shares = names.map((name) => (wanted * cells.get(name)!.length) / total);
  // largest remainders, ties in the order of the names: sorting leaves them as they stand
  const taken = shares.map(Math.floor);
  const order = names.map((_, i) => i).sort((a, b) => shares[b]! - taken[b]! - (shares[a]! - taken[a]!));
  for (let i = 0, left = wanted - taken.reduce((a, b) => a + b, 0); i < left; i++) taken[order[i % order.length]!]!++;
  const asked = new Set<string>();
  const drawn = names.flatMap((name, i) => {
    // two questions on one objective only when this cell has nothing else
    const objective = ({ page, question }: Drawn): string => page.objectives[question.o]?.id ?? question.id;
    const mixed = shuffled(cells.get(name)!, random);
    const cell: Drawn[] = [];
    for (const repeat of [false, true]) {
      for (const each of mixed) {
        if (cell.length === taken[i] || cell.includes(each) || (!repeat && asked.has(objective(each)))) continue;
        cell.push(each);
        asked.add(objective(each));
      }
    }
    return cell;
  });
  return shuffled(drawn, random);
}
