// What the first answers of a class say: figures against sums done by hand, files as they come, and the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analysis } from '../analysis/analysis';
import { learnersOf, readRecord } from '../analysis/read';
import { CLASS, sampleClass } from '../analysis/sample';
import { analyse, FEW, firstAnswers, isIdle, worstFirst, type Analysis, type Figures, type Item } from '../analysis/statistics';
import { exported, MOST } from '../progress/file';
import { checkEntry, type Entry } from '../record/entry';
import { en } from '../words/analysis';
import { outline } from './course';
import { openPage, recordOn } from './page';

const options = ['x', 'y', 'z'].map((id) => ({ id }));

function item(id: string, more: Partial<Item> = {}): Item {
  return { id, page: 'r1', section: 'how', objective: 'r1-one', v: 1, type: 'single', ask: `Ask **${id}**`, options, key: ['x'], ...more };
}

/** A record: of learner `who`, in the order given. */
function log(who: string, answers: readonly (readonly [item: string, ok: boolean, more?: Partial<Entry>])[]): Entry[] {
  return answers.map(([id, ok, more], i) => ({ id: `${who}-${i}`, n: i + 1, t: i, day: 1, kind: 'answer', item: id, v: 1, value: ok ? 'x' : 'y', ok, where: 'lesson', ...more }));
}

/** A class from rows of 1 (right), 0 (wrong) and . (not answered), a column a question. */
function classOf(items: readonly Item[], ...rows: string[]): Entry[][] {
  return rows.map((row, i) => log(`tab${i}`, [...row].flatMap((mark, at) => (mark === '.' ? [] : [[items[at]!.id, mark === '1'] as const]))));
}

const count = (records: readonly (readonly Entry[])[], items: readonly Item[]): Analysis =>
  analyse(learnersOf(records).map((each) => firstAnswers(each, items)), items);

const of = (found: Analysis, id: string): Figures => found.items.find((each) => each.item.id === id)!;
const round = (x: number | undefined): number | undefined => x && Math.round(x * 1e4) / 1e4;

test('a class counted by hand', () => {
  const items = [item('a'), item('b', { objective: 'r1-two' }), item('c', { objective: 'r1-two', section: 'limits' })];
  const found = count(classOf(items, '111', '110', '100', '000', '010'), items);
  assert.deepEqual([found.learners, found.answers, found.right, found.ignored], [5, 15, 7, 0]);
  // a: three of five right. Shares right of the other two, those right: 1, ½, 0 (mean ½); those wrong: 0, ½ (mean ¼).
  // Mean of all 0.4, mean square of the distances 0.14. (½ − ¼) / √0.14 × √(3/5 × 2/5) = 0.3273
  assert.deepEqual([of(found, 'a').right, of(found, 'a').answers, round(of(found, 'a').discrimination)], [3, 5, 0.3273]);
  // c: one of five. Right: 1; wrong: 1, ½, 0, ½ (mean ½). Mean of all 0.6, again 0.14. ½ / √0.14 × √(1/5 × 4/5) = 0.5345
  assert.equal(round(of(found, 'c').discrimination), 0.5345);
  assert.deepEqual(of(found, 'c').options, [
    { id: 'x', key: true, count: 1 },
    { id: 'y', key: false, count: 4 },
    { id: 'z', key: false, count: 0 },
  ]);
  // nobody chooses z, and of c fewer than three in ten are right
  assert.deepEqual(found.items.map(({ flags }) => flags), [['idle'], ['idle'], ['hard', 'idle']]);
  // a and b together: 6 of 10 right, 4 wrong; c: 1 of 5, 4 wrong. As many wrong, of fewer answers: c's section goes first
  assert.deepEqual([found.rewrite!.id, found.rewrite!.answers, found.rewrite!.right], ['r1#limits', 5, 1]);
  assert.deepEqual(found.objectives.map(({ id, learners, answers, right }) => [id, learners, answers, right]), [
    ['r1-one', 5, 5, 3],
    ['r1-two', 5, 10, 4],
  ]);
  assert.deepEqual(found.pages.map(({ id, answers, right }) => [id, answers, right]), [['r1', 15, 7]]);
});

test('questions that turn against the able, that everybody gets, that say nothing', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => item(id, { type: 'blank' }));
  const found = count(classOf(items, '1110', '1110', '1100', '0101', '0101'), items);
  // a: right ⅔, ⅔, ⅓ (mean 5/9), wrong ⅔, ⅔ (mean 6/9); mean of all 3/5, mean square 4/225: −1/9 ÷ 2/15 × √6/5 = −1/√6
  assert.equal(round(of(found, 'a').discrimination), -0.4082);
  // b: everybody right. c: the share right of the others is ⅔ for all
  assert.deepEqual([of(found, 'b').discrimination, of(found, 'c').discrimination], [undefined, undefined]);
  // d: right ⅓, ⅓, wrong 1, 1, ⅔ (mean 8/9); mean of all ⅔, mean square 4/45: −5/9 ÷ 2/√45 × √6/5 = −√30/6
  assert.equal(round(of(found, 'd').discrimination), -0.9129);
  assert.deepEqual(found.items.map(({ flags }) => flags), [['against'], ['easy'], [], ['against']]);
  assert.deepEqual(worstFirst(found.items).map((each) => each.item.id), ['d', 'a', 'b']);
  // right 1, 0, wrong 1, 0, 1, 0: both means ½, so nought
  const flat = count(classOf(items, '11..', '10..', '01..', '00..', '01..', '00..'), items);
  assert.deepEqual([of(flat, 'a').discrimination, of(flat, 'a').flags], [0, ['flat']]);
});

test('flags begin below three and above nineteen and a half of twenty, and at a wrong option of fewer than one in twenty', () => {
  const items = [item('a', { type: 'blank' })];
  const flags = (right: number, all: number): readonly string[] =>
    count(classOf(items, ...Array.from({ length: all }, (_, i) => (i < right ? '1' : '0'))), items).items[0]!.flags;
  assert.deepEqual([flags(2, 10), flags(3, 10), flags(19, 20), flags(20, 20), flags(38, 40), flags(39, 40)], [['hard'], [], [], ['easy'], [], ['easy']]);
  const wrong = (chosen: number, answers: number): boolean => isIdle({ id: 'y', key: false, count: chosen }, answers);
  assert.deepEqual([wrong(0, 5), wrong(1, 20), wrong(1, 21), wrong(7, 140)], [true, false, true, false]);
  assert.equal(isIdle({ id: 'x', key: true, count: 0 }, 100), false);
});

test('the first answer counts, to the version in the bank; what a learner cleared does not', () => {
  const items = [item('a', { v: 2 }), item('b')];
  const first = (...entries: Parameters<typeof log>[1]): unknown[] => {
    const { first, ignored } = firstAnswers(log('t', entries), items);
    return [[...first].map(([id, { ok }]) => [id, ok]), ignored];
  };
  assert.deepEqual(first(['b', false], ['b', true, { where: 'review' }]), [[['b', false]], 0]);
  assert.deepEqual(first(['b', true, { where: 'exam' }]), [[['b', true]], 0]);
  assert.deepEqual(first(['a', true], ['a', false, { v: 2 }], ['gone', true]), [[['a', false]], 2]);
  assert.deepEqual(first(['b', false], ['*', false, { kind: 'reset' }], ['b', true]), [[['b', true]], 0]);
  assert.deepEqual(first(['b', false, { kind: 'tick', value: true }], ['r1', false, { kind: 'read' }]), [[], 0]);
});

test('options of several keys are counted each; another type has none', () => {
  const items = [item('m', { type: 'multiple', key: ['x', 'y'] }), item('o', { type: 'order', key: ['x', 'y', 'z'] })];
  const values = [['x', 'y'], ['x', 'y'], ['x', 'z'], ['x'], ['unknown']];
  const found = count(values.map((value, i) => log(`t${i}`, [['m', i < 2, { value }], ['o', true, { value: ['x', 'y', 'z'] }]])), items);
  assert.deepEqual(of(found, 'm').options.map((each) => each.count), [4, 2, 1]);
  assert.deepEqual(of(found, 'o').options, []);
});

test('groups of fewer than five have no figures', () => {
  const items = [item('a'), item('b', { page: 'r2', objective: 'r2-one', section: 'why' })];
  const four = count(classOf(items, '10', '10', '10', '10'), items);
  assert.deepEqual([four.learners, four.items, four.pages, four.objectives, four.rewrite], [4, [], [], [], undefined]);
  // of six learners four answered b, all of them wrong: no figures for it, and it is not what to rewrite
  const six = count(classOf(items, '00', '10', '10', '10', '1.', '1.'), items);
  assert.deepEqual(six.items.map((each) => each.item.id), ['a']);
  assert.equal(six.rewrite!.id, 'r1#how');
  assert.deepEqual(six.pages.map(({ id, learners }) => [id, learners < FEW]), [['r1', false], ['r2', true]]);
});

const bank = ['a', 'b', 'c', 'd'].map((id, i) => item(id, { section: i % 2 ? 'how' : 'limits', objective: `r1-${i % 2}` }));
const anyClass = fc
  .array(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'gone'), fc.boolean(), fc.constantFrom('x', 'y', 'z')), { maxLength: 12 }), { minLength: 1, maxLength: 9 })
  .map((learners) => learners.map((answers, i) => log(`tab${i}`, answers.map(([id, ok, value]) => [id, ok, { value }] as const))));

test('whatever a class answers: shares within 0 and 1, discrimination within −1 and 1, options no more than answers', () => {
  fc.assert(
    fc.property(anyClass, (records) => {
      const found = count(records, bank);
      for (const { answers, right, discrimination: d, options } of found.items) {
        assert.ok(answers >= FEW && right >= 0 && right <= answers);
        assert.ok(d === undefined || (d >= -1 && d <= 1), `${d}`);
        assert.equal(options.reduce((sum, each) => sum + each.count, 0), answers);
      }
      assert.ok(found.answers <= found.learners * bank.length && found.right <= found.answers);
    }),
  );
});

test('neither the order of the files matters nor that in a file, and a file given twice, or an older one of the same learner, changes nothing', () => {
  const shuffled = anyClass.chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }), fc.nat(8), fc.nat(12)));
  fc.assert(
    fc.property(shuffled, ([records, otherwise, twice, upTo]) => {
      const again = records[twice % records.length]!;
      const said = count(records, bank);
      assert.deepEqual(count(otherwise, bank), said);
      assert.deepEqual(count(records.map((entries) => [...entries].reverse()), bank), said);
      assert.deepEqual(count([...records, again, again.slice(0, upTo)], bank), said);
      assert.deepEqual(count([again.slice(0, upTo), ...otherwise, again], bank), said);
    }),
  );
});

test('two records that a third one joins are one learner', () => {
  const [a, b] = [log('a', [['a', true]]), log('b', [['b', true]])];
  assert.equal(learnersOf([a, b]).length, 2);
  assert.equal(learnersOf([a, b, [...a, ...b]]).length, 1);
});

const fileOf = (text: string, size = text.length): Pick<File, 'size' | 'text'> => ({ size, text: () => Promise.resolve(text) });

test('a file that is no record is set aside with its reason, unopened when it is huge', async () => {
  const text = exported(log('t', [['a', true]]), [], new Date(0));
  const problem = async (file: Pick<File, 'size' | 'text'>): Promise<unknown> => (await readRecord(file)).problem;
  assert.equal(await problem(fileOf(text)), undefined);
  assert.equal(await problem(fileOf('{}')), 'foreign');
  assert.equal(await problem(fileOf(text.slice(0, -8))), 'damaged');
  assert.equal(await problem(fileOf(text.replace('"schema":1', '"schema":2'))), 'newer');
  assert.equal(await problem(fileOf(exported([], [], new Date(0)))), 'empty');
  assert.equal(await problem({ size: MOST + 1, text: () => assert.fail('opened') }), 'tooBig');
  assert.equal(await problem({ size: 0, text: () => Promise.reject(new Error('a folder')) }), 'unread');
  const some = await readRecord(fileOf(text.replace('"entries":[', '"entries":[null,')));
  assert.deepEqual([some.entries.length, some.unreadable, some.problem], [1, 1, undefined]);
});

test('the invented class: the same every time, all of it entries like any other, every kind of flag to be seen', () => {
  const many = Array.from({ length: 200 }, (_, i) => item(`q${i}`, i % 4 ? {} : i % 8 ? { type: 'multiple', key: ['x', 'y'] } : { type: 'order', key: ['x'] }));
  const invented = sampleClass(many);
  assert.deepEqual(sampleClass(many), invented);
  for (const entry of invented.flat()) assert.ok(checkEntry(entry.id, entry).entry, entry.id);
  const found = count(invented, many);
  assert.equal(found.learners, CLASS);
  assert.deepEqual(new Set(found.items.flatMap(({ flags }) => flags)), new Set(['against', 'hard', 'flat', 'easy', 'idle']));
  for (const { item: { type }, right, options } of found.items) if (type === 'single') assert.equal(options[0]!.count, right);
});

// the page

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

function open(items: readonly Item[]): { page: ReturnType<typeof openPage>; root: HTMLElement; give: (...files: readonly (readonly [name: string, text: string])[]) => Promise<string> } {
  const page = openPage('<div class="fb-app"></div>', recordOn(), 'en');
  const root = page.find('.fb-app');
  analysis(root, en, { outline, address: (at) => `http://fieldbook.test/${at}`, bank: () => Promise.resolve(items), notLoaded: 'did not load' });
  const input = page.find<HTMLInputElement>('input');
  return {
    page,
    root,
    async give(...files) {
      Object.defineProperty(input, 'files', { configurable: true, value: files.map(([name, text]) => ({ name, ...fileOf(text) })) });
      input.dispatchEvent(new page.window.Event('change'));
      await settled();
      return page.say();
    },
  };
}

const file = (record: readonly Entry[]): string => exported(record, [], new Date(0));

test('the page: what to rewrite first, the flagged questions, tables with heads', async () => {
  const items = [item('a'), item('b', { objective: 'r1-two' }), item('c', { objective: 'r1-two', section: 'limits' })];
  const { root, give } = open(items);
  const records = classOf(items, '111', '110', '100', '000', '010').map((each, i) => [`${i}.json`, file(each)] as const);
  assert.equal(await give(...records), '5 learners, 15 first answers, 47% right; 3 questions flagged.');
  const lead = root.querySelector('.fb-lead')!;
  assert.equal(lead.textContent, 'Rewrite first: “Limits” in “Lesson r1”. Most wrong answers point there, 4 of 5.');
  assert.equal(lead.querySelector('a')!.href, 'http://fieldbook.test/red/r1/#limits');
  const worst = [...root.querySelectorAll('.fb-rows li')];
  assert.deepEqual(worst.map((row) => row.querySelector('a')!.textContent), ['Ask c', 'Ask a', 'Ask b']);
  assert.match(worst[0]!.textContent!, /Too hard.*Hardly anybody chooses C:.*5 learners, 20% right, discrimination 0\.53\. A✓\u00a01 B\u00a04 C\?\u00a00/);
  assert.equal(worst[0]!.querySelector('a')!.href, 'http://fieldbook.test/red/r1/#c');
  assert.deepEqual(
    [...root.querySelectorAll('table')].map((table) => [table.querySelector('caption')!.textContent !== '', table.querySelectorAll('thead th[scope=col]').length, table.querySelectorAll('tbody th[scope]').length]),
    [[true, 4, 1], [true, 4, 2], [true, 4, 3]],
  );
  assert.match(root.querySelectorAll('table')[1]!.textContent!, /Objective two of r1Lesson r151040%/);
});

test('the page: a class in several goes, the same learner once, bad files named as text, too few not broken down', async () => {
  const items = [item('a'), item('b')];
  const { page, root, give } = open(items);
  const records = classOf(items, '11', '10', '01', '00', '11').map((each) => file(each));
  const name = '<img src=x>.json';
  assert.match(await give(['1', records[0]!], ['2', records[1]!], [name, '{}']), /^2 learners\. Fewer than five are not broken down: .*chance.*who answered what/);
  assert.equal(root.querySelector('[role=status] .fb-notice')!.textContent, `${name}: no record from this site; not counted.`);
  assert.equal(root.querySelectorAll('img, table, .fb-lead').length, 0);
  assert.match(await give(['1', records[0]!], ['3', records[2]!], ['4', records[3]!], ['5', records[4]!]), /^5 learners, 10 first answers, 60% right; \d questions? flagged\. 1 record belongs to a learner already here/);
  assert.equal(root.querySelectorAll('table').length, 3);
  // clearing brings everything back to the start
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === en.clear)!.click();
  await settled();
  assert.equal(page.say(), '');
  assert.equal(root.querySelectorAll('table, .fb-notice').length, 0);
  assert.equal(page.doc.activeElement, page.find('input'));
  assert.match(await give(['1', records[0]!]), /^1 learner\./);
});

test('the page: an invented class says so, and makes room for a real one', async () => {
  const { page, root, give } = open(bank);
  root.querySelector('button')!.click();
  await settled();
  assert.match(page.say(), /^This class is invented.*24 learners/);
  assert.equal(root.querySelectorAll('table').length, 3);
  assert.match(await give(['1', file(classOf(bank, '1111')[0]!)]), /^1 learner\./);
  assert.equal(root.querySelectorAll('table').length, 0);
});

test('the page: questions that do not load are said, and the next try works', async () => {
  const page = openPage('<div class="fb-app"></div>', recordOn(), 'en');
  const root = page.find('.fb-app');
  let tries = 0;
  analysis(root, en, { outline, address: (at) => at, bank: () => (tries++ ? Promise.resolve(bank) : Promise.reject(new Error('bank.js'))), notLoaded: 'did not load' });
  const loud = console.error;
  console.error = () => {};
  root.querySelector('button')!.click();
  await settled();
  console.error = loud;
  assert.equal(page.say(), 'did not load');
  root.querySelector('button')!.click();
  await settled();
  assert.match(page.say(), /24 learners/);
});
