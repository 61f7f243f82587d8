// A small course for the tests: two modules, lessons with questions on two objectives, one path.
import type { Outline, OutlinePage } from '../progress/outline';
import type { Entry } from '../record/entry';
import type { Level } from '../progress/state';

const levels: Level[] = ['understand', 'apply', 'apply', 'analyse'];

function lesson(id: string, module: string, near: string[] = []): OutlinePage {
  return {
    id,
    at: `${module}/${id}/`,
    title: `Lesson ${id}`,
    module,
    minutes: 10,
    near,
    objectives: ['one', 'two'].map((name) => ({ id: `${id}-${name}`, text: `Objective ${name} of ${id}` })),
    questions: levels.map((level, i) => ({ id: `${id}-q${i}`, v: 1, o: i % 2, level, section: 'how' })),
    checklists: [{ id: `${id}-list`, title: `List of ${id}`, items: [`${id}-list-a`, `${id}-list-b`] }],
  };
}

export const outline: Outline = {
  version: '1.0.0',
  bank: 'aaaa',
  modules: [
    { id: 'red', at: 'red/', title: 'Red' },
    { id: 'blue', at: 'blue/', title: 'Blue' },
  ],
  paths: [{ id: 'week', at: 'onboarding/week/', title: 'the first week', steps: ['r2', 'b1'] }],
  pages: [lesson('r1', 'red', ['b1']), lesson('r2', 'red'), lesson('r3', 'red'), lesson('b1', 'blue'), lesson('b2', 'blue')],
};

let n = 0;

export function answer(item: string, day: number, ok: boolean, more: Partial<Entry> = {}): Entry {
  n++;
  return { id: `t-${n}`, n, t: n, day, kind: 'answer', item, v: 1, value: 'a', ok, where: 'lesson', ...more };
}

export function entry(kind: Entry['kind'], item: string, more: Partial<Entry> = {}): Entry {
  n++;
  return { id: `t-${n}`, n, t: n, day: 0, kind, item, v: 1, where: 'lesson', ...more };
}
