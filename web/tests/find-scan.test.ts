// What a query finds and in which order, and that nothing typed can harm it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, scanner, type Piece, type Section } from '../find/scan';

const section = (at: string, page: string, heading = '', text = ''): Section => ({ at, page, heading, text });

const zh = [
  section('home/', '首页', '', '把客户交代的事做对。'),
  section('rule-08/', '法则8：100%承担责任', '', '“没问题”三个字已经打在企业微信里。'),
  section('rule-08/#how', '法则8：100%承担责任', '怎么做', '写下来。记进跟进表，再给客户发一条。客户来催，已经晚了。'),
  section('rule-08/#next', '法则8：100%承担责任', '延伸', '法则10：建立所有的客户档案系统——跟进表记在哪里'),
  section('rule-10/', '法则10：建立所有的客户档案系统', '', '名片夹丢了，客户还在。'),
  section('rule-10/#how', '法则10：建立所有的客户档案系统', '怎么做', '每次通话之后，当天把要点写进档案。'),
  section('rule-10/#limits', '法则10：建立所有的客户档案系统', '客户档案里不该写什么', '身份证号、病史，与生意无关的都不写。'),
  section('pdca/', '方法2：用PDCA循环改进', '', '计划、执行、检查、处理……再来一遍。'),
  section('bid/#why', '招投标', '为什么', '招投标要看全生命周期的钱。ＣＲＭ里先建①号表。'),
];
const en = [
  section('rule-08/', 'Rule 8: Take 100% responsibility', '', 'Promise on the spot what is yours. I don’t know is banned.'),
  section('rule-08/#why', 'Rule 8: Take 100% responsibility', 'Why it works', 'Customers plan by your words. A promise is worth what others can plan by it.'),
  section('rule-10/', 'Rule 10: Build a file system for all customers', '', 'The card box is gone; the customer is not.'),
  section('rule-10/#how', 'Rule 10: Build a file system for all customers', 'How to do it', 'Write the profile of each customer on the day of the call. Files are for colleagues.'),
  section('glossary/#term-first', 'Glossary', 'First-contact accountability', 'Whoever the customer reaches first takes the matter on.'),
  section('kam/', 'Key accounts', '', 'An unfiled note helps nobody. CRM, PDCA and the rest.'),
];
const inChinese = scanner(zh);
const inEnglish = scanner(en);
const order = (scan: typeof inChinese, query: string): string[] => scan(query).best.map(({ at }) => at);
const shown = (pieces: readonly Piece[]): string => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test('a Chinese word is found within longer ones: title before heading before text', () => {
  assert.deepEqual(order(inChinese, '客户档案'), ['rule-10/', 'rule-10/#limits', 'rule-08/#next']);
  assert.deepEqual(order(inChinese, '档案'), ['rule-10/', 'rule-10/#limits', 'rule-10/#how', 'rule-08/#next']);
  assert.deepEqual(order(inChinese, '投标'), ['bid/#why']);
  assert.deepEqual(order(inChinese, '跟进表').sort(), ['rule-08/#how', 'rule-08/#next']);
});

test('a page whose title fits stands there once, not with all its sections', () => {
  assert.deepEqual(order(inEnglish, 'responsibility'), ['rule-08/']);
});

test('all words before some words, wherever in a section they stand', () => {
  assert.deepEqual(order(inEnglish, 'customer files').slice(0, 2), ['rule-10/', 'rule-10/#how']);
  assert.ok(order(inEnglish, 'customer files').includes('rule-08/#why'));
  assert.equal(order(inChinese, '跟进表 催')[0], 'rule-08/#how');
  // A word of the title and one of the section
  assert.equal(order(inChinese, '法则10 病史')[0], 'rule-10/#limits');
});

test('English words are found by their beginning, in any case, not by their middle', () => {
  assert.equal(order(inEnglish, 'PROMIS')[0], 'rule-08/');
  assert.ok(!order(inEnglish, 'file').includes('kam/'));
  assert.deepEqual(order(inEnglish, 'mise'), []);
  assert.deepEqual(order(inEnglish, "don't know"), ['rule-08/']);
  assert.deepEqual(order(inEnglish, 'first contact'), ['glossary/#term-first']);
});

test('a plural or an ending that stands nowhere is tried without it', () => {
  assert.deepEqual(order(inEnglish, 'profiles'), ['rule-10/#how']);
  assert.deepEqual(order(inEnglish, 'colleague’s'), ['rule-10/#how']);
  assert.deepEqual(order(inEnglish, 'xs'), []);
});

test('mixed queries: the scripts are taken apart, and need no space in the text', () => {
  for (const query of ['PDCA循环', 'pdca 循环', 'ＰＤＣＡ循环', '循环pdca', '用PDCA']) assert.equal(order(inChinese, query)[0], 'pdca/', query);
  assert.deepEqual(order(inChinese, 'crm'), ['bid/#why']);
});

test('a sentence that stands nowhere is answered from its parts', () => {
  assert.deepEqual(order(inChinese, '怎么建客户档案').slice(0, 2), ['rule-10/#how', 'rule-10/']);
  assert.equal(order(inChinese, '通话之后写什么')[0], 'rule-10/#how');
});

test('nothing found is nothing found', () => {
  for (const query of ['', '   ', '\u3000', '量子纠缠', 'zebra', '？！', '🦓', '\ud800']) assert.deepEqual(inChinese(query), { count: 0, best: [] }, query);
  assert.deepEqual(scanner([])('客户'), { count: 0, best: [] });
});

test('what is found is marked, in the text as it stands', () => {
  const [first] = inChinese('档案').best;
  assert.equal(shown(first!.page), '法则10：建立所有的客户[档案]系统');
  const bid = (query: string): string => shown(inChinese(query).best[0]!.passage);
  // Full width, and after a character that folding makes longer
  assert.equal(bid('crm'), '招投标要看全生命周期的钱。[ＣＲＭ]里先建①号表。');
  assert.equal(shown(inChinese('一遍').best[0]!.passage), '计划、执行、检查、处理……再来[一遍]。');
  // The phrase is marked as a whole, its parts only where the phrase stands nowhere
  assert.equal(shown(inChinese('客户档案').best[1]!.heading), '[客户档案]里不该写什么');
  assert.equal(shown(inEnglish('customer files').best[0]!.page), 'Rule 10: Build a [file] system for all [customer]s');
  assert.equal(shown(inEnglish('customer files').best[1]!.passage), 'Write the profile of each [customer] on the day of the call. [Files] are for colleagues.');
});

test('a long text is shown where it fits best, from the beginning of a sentence or word', () => {
  const long = (sentence: string): string => `${'这里说的是别的事情，和它没有关系。'.repeat(9)}${sentence}${'后面又说了很多别的。'.repeat(9)}`;
  const zh = shown(scanner([section('a/', '甲', '乙', long('承诺在前。跟进表里写着承诺。'))])('跟进表 承诺').best[0]!.passage);
  assert.match(zh, /^…[^。]*。?[^。]*\[承诺\]在前。\[跟进表\]里写着\[承诺\]。.*…$/);
  assert.ok(zh.length < 80, zh);
  const words = 'nothing of interest here at all, '.repeat(20);
  const en = shown(scanner([section('a/', 'A', 'B', `${words}but a promise kept counts; ${words}`)])('promise kept').best[0]!.passage);
  assert.match(en, /^…(?:nothing|of|interest|here|at|all,|but) .*\[promise\] \[kept\] counts;.*…$/);
  assert.equal(shown(scanner([section('a/', '甲', '承诺', '没有那个词。')])('承诺').best[0]!.passage), '没有那个词。');
});

const big = Array.from({ length: 560 }, (_, n) => section(`p${n}/`, `页${n}`, n % 8 ? `小节${n}` : '', `客户档案要写清楚，交期问仓库，promise by ${n} o’clock and the customer’s rest. `.repeat(8)));

test('hostile queries: long, control characters, patterns, tags, every letter at once', () => {
  const scan = scanner(big);
  const cases = [
    '客'.repeat(10_000),
    'a'.repeat(10_000),
    'e '.repeat(5_000),
    '客户 '.repeat(3_000),
    '客户档案要写清楚交期问仓库'.repeat(800),
    'ﷺ'.repeat(10_000),
    '\u0000\u0007\u001b[31m客户\u202e',
    '(.*)+[a-z]{1,99}$^|\\',
    '<img src=x onerror=alert(1)>',
    '__proto__ constructor toString',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    '\ud83d',
    "'",
    'e\u0301'.repeat(500),
  ];
  for (const query of cases) {
    const start = performance.now();
    const { count, best } = scan(query);
    assert.ok(best.length <= 20 && count >= best.length);
    // An order of magnitude above what it takes, so that a slow machine does not matter and a catastrophe does.
    assert.ok(performance.now() - start < 500, `${query.slice(0, 20)}: ${performance.now() - start} ms`);
  }
  assert.ok(scan('\u0000客户\u0007').count > 0);
});

test('whatever is typed, the pieces put together are the text', () => {
  const all = [...zh, ...en.map((each) => ({ ...each, at: `en/${each.at}` })), section('x/', 'İﬁ①', 'e\u0301…ß', '👩‍👧客户ﬃ½ ＡＢＣ…'.repeat(20))];
  const scan = scanner(all);
  const parts = fc.constantFrom('客户', '档案', 'file', 'ABC', 'ﬁ', 'İ', '…', '①', '½', ' ', 'é', '👧', '写', 'rule');
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(parts, { maxLength: 6 }).map((all) => all.join('')));
  fc.assert(
    fc.property(typed, (query) => {
      for (const found of scan(query).best) {
        const whole = all.find(({ at }) => at === found.at)!;
        const text = (pieces: Piece[]): string => pieces.map((piece) => piece.text).join('');
        assert.equal(text(found.page), whole.page);
        assert.equal(text(found.heading), whole.heading);
        assert.ok(whole.text.includes(text(found.passage).replace(/^…(?!…)/, '').replace(/…$/, '')) || whole.text.includes(text(found.passage)));
        assert.ok([...found.page, ...found.heading, ...found.passage].every((piece) => piece.text));
      }
    }),
    { numRuns: 300 },
  );
});

test('folding', () => {
  assert.equal(fold('ＫＡ计划（Ａ）Don’t'), "ka计划(a)don't");
});
