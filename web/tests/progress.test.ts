// What a learner has done, what comes next, and the record as a file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dashboard, nextStep } from '../progress/dashboard';
import { exported, imported } from '../progress/file';
import { marks } from '../progress/marks';
import { isFirm, minutesLeft, stateOf } from '../progress/state';
import type { Entry } from '../record/entry';
import { en, zh } from '../words/progress';
import { answer, entry, outline } from './course';
import { openPage, recordOn } from './page';

const all = (page: string, day: number, ok = true): Entry[] => [0, 1, 2, 3].map((i) => answer(`${page}-q${i}`, day, ok));
const state = (...log: Entry[]): ReturnType<typeof stateOf> => stateOf(log, outline);

test('read, checked, mastered: on two days, and lost again with a wrong answer', () => {
  assert.deepEqual(state().pages.get('r1'), { read: false, answered: 0, checked: false, mastered: false });
  assert.equal(state(entry('read', 'r1')).pages.get('r1')!.read, true);
  assert.deepEqual(state(answer('r1-q0', 5, false)).pages.get('r1'), { read: true, answered: 1, checked: false, mastered: false });
  assert.deepEqual(state(...all('r1', 5)).pages.get('r1'), { read: true, answered: 4, checked: true, mastered: false });
  const firm = [...all('r1', 5), answer('r1-q0', 6, true), answer('r1-q1', 7, true)];
  assert.equal(state(...firm).pages.get('r1')!.mastered, true);
  assert.equal(state(...firm, answer('r1-q2', 8, false)).pages.get('r1')!.mastered, false);
  assert.equal(isFirm([{ day: 1, ok: true, item: 'x' }, { day: 1, ok: true, item: 'x' }]), false);
});

test('what a reset hides, an older version answered or nobody knows does not count', () => {
  assert.equal(state(...all('r1', 5), entry('reset', '*')).pages.get('r1')!.answered, 0);
  assert.equal(state(...all('r1', 5), entry('reset', 'r1-q0')).pages.get('r1')!.answered, 3);
  assert.equal(state(answer('r1-q0', 5, true, { v: 0 })).pages.get('r1')!.answered, 0);
  assert.equal(state(answer('gone', 5, true)).last.size, 0);
  const ticks = ['r1-list-a', 'r1-list-b'].map((item) => entry('tick', item, { value: true }));
  assert.equal(state(...ticks).ticked.get('r1-list'), 2);
  assert.equal(state(...ticks, entry('tick', 'r1-list-a', { value: false })).ticked.get('r1-list'), 1);
  assert.equal(state(...ticks, entry('reset', 'r1-list')).ticked.get('r1-list'), undefined);
});

test('no edit of the bank puts an answer on another question', () => {
  // insert, delete, reorder and reword at random: what was answered counts for its own id and version, or not at all
  const ids = outline.pages[0]!.questions.map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 8 }),
      fc.array(fc.record({ what: fc.constantFrom('insert', 'delete', 'move', 'reword'), at: fc.nat(9) }), { maxLength: 8 }),
      (answered, edits) => {
        const log = answered.map((id) => answer(id, 5, true));
        let questions = [...outline.pages[0]!.questions];
        for (const [i, { what, at }] of edits.entries()) {
          const place = questions.length ? at % questions.length : 0;
          if (what === 'insert') questions.splice(place, 0, { id: `new-${i}`, v: 1, o: 0, level: 'apply', section: 'how' });
          else if (what === 'delete') questions.splice(place, 1);
          else if (what === 'move') questions = [...questions.slice(place), ...questions.slice(0, place)];
          else if (questions[place]) questions[place] = { ...questions[place]!, v: questions[place]!.v + 1 };
        }
        const edited = { ...outline, pages: [{ ...outline.pages[0]!, questions }, ...outline.pages.slice(1)] };
        const found = stateOf(log, edited);
        for (const { id, v } of questions) assert.equal(found.last.has(id), v === 1 && answered.includes(id), id);
      },
    ),
    { numRuns: 1000 },
  );
});

test('one sentence says what comes next', () => {
  const next = (due: number, ...log: Entry[]): string => nextStep(state(...log), outline, due, en)?.text ?? '';
  assert.equal(next(0), 'Nothing here yet, which is a fine place to start: the first week begins with “Lesson r2”.');
  assert.equal(next(3, ...all('r1', 5)), 'Next: review the 3 objectives due today.');
  assert.equal(next(0, answer('b2-q0', 5, true)), 'Next: 3 questions are left in the check of “Lesson b2”.');
  assert.equal(next(0, ...all('r2', 5)), 'Next: step 2 of 2 of the first week, “Lesson b1”.');
  assert.equal(next(0, ...all('r2', 5), ...all('b1', 5)), 'Next: read “Lesson r1”.');
  assert.equal(next(0, ...outline.pages.flatMap(({ id }) => all(id, 5))), '');
  assert.equal(minutesLeft(outline.pages, state(...all('r2', 5))), 40);
});

test('the page of progress: bars, gaps with their paragraph, lists in use', async () => {
  const page = openPage('<div class="fb-app"></div>', recordOn(), 'en');
  const root = page.find('.fb-app');
  page.record.take([...all('r2', 5), answer('b1-q1', 5, false), entry('tick', 'b1-list-a', { value: true })]);
  dashboard(root, en, { record: page.record, outline, address: (at) => `http://fieldbook.test/${at}`, clock: () => new Date(2026, 0, 5), due: () => 0 });
  assert.match(root.textContent!, /1 of 3 lessons done, about 20 minutes left/);
  assert.match(root.textContent!, /1 of 2 steps done/);
  const gap = [...root.querySelectorAll('a')].find(({ hash }) => hash === '#how')!;
  assert.equal(gap.href, 'http://fieldbook.test/blue/b1/#how');
  assert.match(gap.parentElement!.textContent!, /Objective two of b1/);
  assert.match(root.textContent!, /List of b1 1 of 2 ticked/);
  // clearing asks first, and offers the export
  const press = (name: string): void => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
  press('Clear');
  assert.deepEqual([...root.querySelectorAll('.fb-sure button')].map(({ textContent }) => textContent), ['Export first', 'Clear it', 'Keep it']);
  assert.equal(page.record.entries().some(({ kind }) => kind === 'reset'), false);
  press('Clear it');
  assert.match(root.textContent!, /0 of 3 lessons done/);
  assert.equal(page.record.entries().length, 7);
});

test('an export brings everything back, and an import overwrites nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('r1-q0', 'r1-q1'), fc.nat(30), fc.boolean())), (rows) => {
      const log = rows.map(([item, day, ok]) => answer(item, day, ok));
      const found = imported(exported(log, ['{broken'], new Date(0)));
      assert.ok(!found.problem);
      assert.deepEqual(found.entries, log);
      assert.equal(found.unreadable, 0);
    }),
  );
});

test('a foreign, damaged or newer file changes nothing and says why; one bad entry is counted', () => {
  const good = answer('r1-q0', 5, true);
  const text = exported([good], [], new Date(0));
  for (const [file, problem] of [
    ['', 'foreign'],
    ['{"a":1}', 'foreign'],
    ['null', 'foreign'],
    ['<html>', 'foreign'],
    [text.slice(0, -10), 'damaged'],
    [text.replace('"schema":1', '"schema":2'), 'newer'],
    [text.replace(/"entries":\[[^]*\]/, '"entries":{}'), 'damaged'],
    [text.replace('"fields":', '"columns":'), 'damaged'],
  ] as const) {
    assert.equal(imported(file).problem, problem, file.slice(0, 30));
  }
  const some = imported(text.replace('"entries":[', '"entries":[["x","1"],null,'));
  assert.ok(!some.problem);
  assert.deepEqual([some.entries, some.unreadable], [[good], 2]);
});

test('about two thousand entries export in at most 250 KB', () => {
  const log = Array.from({ length: 2000 }, (_, i) => ({ ...answer(`kam-what-is-a-key-account-q${i % 400}`, 20000, true), id: `1k3x9f2abc4d-${i}` }));
  const size = new TextEncoder().encode(exported(log, [], new Date(0))).length;
  assert.ok(size <= 250_000, `${size}`);
});

test('marks stand beside links to lessons, once, with a word', () => {
  const page = openPage('<nav class="fb-nav"><a href="/a/red/r2/">Lesson r2</a><a href="/a/red/r1/">Lesson r1</a></nav>', recordOn(), 'zh-Hans');
  const address = (at: string): string => `http://fieldbook.test/a/${at}`;
  for (let i = 0; i < 2; i++) marks(page.doc, outline, state(...all('r2', 5), entry('read', 'r1')), address, zh);
  assert.deepEqual([...page.doc.querySelectorAll('a')].map(({ textContent }) => textContent), ['Lesson r2 ✓ (自测做完)', 'Lesson r1 ◦ (读过)']);
});
