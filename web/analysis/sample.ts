// An invented class to try the analysis with: the same every time, made of the ids of the questions. Pure: touches nothing.
// Nobody answered like this; it has no other use than to show what the tables look like.
import type { Entry, Value } from '../record/entry';
import type { Item } from './statistics';

export const CLASS = 24;

export function sampleClass(items: readonly Item[]): readonly (readonly Entry[])[] {
  return Array.from({ length: CLASS }, (_, learner) => {
    const skill = (learner - (CLASS - 1) / 2) / 8;
    return items.flatMap((item, n) => {
      const roll = (what: string, who: number | string = learner): number => chance(`${item.id} ${what} ${who}`);
      if (roll('skips') < 0.08) return [];
      // one question in forty turns against the able ones
      const sharp = roll('sharp', '') < 0.025 ? -1.5 : 0.5 + 2 * roll('sharp', '');
      const odds = skill * sharp + 4 * roll('ease', '') - 1.2;
      // in whole steps of arithmetic, so that every browser invents the same class
      const ok = roll('answers') < 0.5 + (0.5 * odds) / (1 + Math.abs(odds));
      return [{ id: `sample ${learner}-${n}`, n, t: 0, day: 0, kind: 'answer', item: item.id, v: item.v, value: valueOf(item, ok, roll('chooses')), ok, where: 'lesson' }];
    });
  });
}

function valueOf({ type, options = [], key }: Item, ok: boolean, roll: number): Value {
  if (type !== 'single' && type !== 'multiple') return '';
  const right = key as string[];
  const wrong = options.map(({ id }) => id).filter((id) => !right.includes(id));
  // the first of the wrong ones is the tempting one
  const chosen = wrong[Math.floor(roll * roll * wrong.length)]!;
  if (type === 'single') return ok ? right[0]! : chosen;
  return ok ? right : [...right.slice(1), chosen].sort();
}

/** From 0 to 1, the same for the same words: FNV-1a, and what makes near words far apart. */
function chance(words: string): number {
  let h = 2166136261;
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}
