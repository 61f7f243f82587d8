// What a query finds and in which order, and that nothing typed can harm it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passage, pieces, type Piece } from '../find/passage';
import { MOST_FOUND, scanner, type Answer, type Names, type Scan, type Texts } from '../find/scan';
import { fold } from '../find/text';

type Sections = Record<string, [heading: string, text: string, kind?: string]>;
interface Written {
  at: string;
  title: string;
  kind?: string;
  also?: string[];
  sections: Sections;
}

/** Page by page, section by section; '' is what stands before the first heading. */
function site(pages: Written[], more: Partial<Names> = {}): [Names, Texts] {
  const names: Names = {
    ignore: [],
    same: [],
    modules: { m: '模块' },
    pages: pages.map(({ at, title, kind, sections }) => [at, title, 'm', kind ?? 'lesson', Object.entries(sections).map(([id, [heading, , of]]) => [id, heading, of ?? ''] as const)] as const),
    ...more,
  };
  return [names, pages.map(({ also, sections }) => [also ?? [], Object.values(sections).map(([, text]) => text)] as const)];
}

const zh = site(
  [
    { at: 'home/', title: '首页', kind: 'index', sections: { '': ['', '把客户交代的事做对。'] } },
    {
      at: 'rule-08/',
      title: '法则8：100%承担责任',
      sections: { '': ['', '“没问题”三个字已经打在企业微信里。'], how: ['怎么做', '写下来。记进跟进表，再给客户发一条。客户来催，已经晚了。'], next: ['延伸', '法则10：建立所有的客户档案系统——跟进表记在哪里'] },
    },
    {
      at: 'rule-10/',
      title: '法则10：建立所有的客户档案系统',
      also: ['名片太乱'],
      sections: { '': ['', '名片夹丢了，客户还在。'], how: ['怎么做', '每次通话之后，当天把要点写进档案。'], limits: ['客户档案里不该写什么', '身份证号、病史，与生意无关的都不写。'], 'rule-10-list': ['建档之前', '', 'checklist'] },
    },
    { at: 'pdca/', title: '方法2：用PDCA循环改进', sections: { '': ['', '计划、执行、检查、处理……再来一遍。毛利报了90%。'] } },
    { at: 'bid/', title: '招投标', sections: { '': ['', '先看标书。'], why: ['为什么', '招投标要看全生命周期的钱。ＣＲＭ里先建①号表。1900年的事。'] } },
    { at: 'glossary/', title: '词汇表', kind: 'reference', sections: { '': ['', ''], 'term-key-account': ['大客户', '少数要专人管的客户。', 'term'] } },
  ],
  { ignore: ['怎么', '怎么办', '的', '之后', '什么'], same: [['大客户', '关键客户', 'Key account', 'KA']] },
);
const en = site(
  [
    { at: 'rule-08/', title: 'Rule 8: Take 100% responsibility', sections: { '': ['', 'Promise on the spot what is yours. I don’t know is banned.'], why: ['Why it works', 'Customers plan by your words. A promise is worth what others can plan by it.'] } },
    { at: 'rule-10/', title: 'Rule 10: Build a file system for all customers', sections: { '': ['', 'The card box is gone; the customer is not.'], how: ['How to do it', 'Write the profile of each customer on the day of the call. Files are for colleagues. Scorecards help.'] } },
    { at: 'glossary/', title: 'Glossary', kind: 'reference', sections: { 'term-first': ['First-contact accountability', 'Whoever the customer reaches first takes the matter on.', 'term'] } },
    { at: 'kam/', title: 'Key accounts', sections: { '': ['', 'An unfiled note helps nobody. CRM, PDCA and the rest.'] } },
  ],
  { ignore: ['the', 'a', 'what'], same: [['大客户', 'Key account', 'KA']] },
);
const inChinese = scanner(...zh);
const inEnglish = scanner(...en);
const titles = (scan: Scan, query: string): string[] => scan(query).best.map(({ sections }) => sections[0]!.at.replace(/#.*/, ''));
const first = (scan: Scan, query: string): string | undefined => scan(query).best[0]?.sections[0]!.at;
const shown = (parts: readonly Piece[]): string => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const NOTHING: Answer = { count: 0, best: [], marks: [], instead: [] };

test('a Chinese word is found within longer ones: title before heading before text', () => {
  assert.deepEqual(titles(inChinese, '客户档案').slice(0, 2), ['rule-10/', 'rule-08/']);
  assert.deepEqual(titles(inChinese, '投标'), ['bid/']);
  assert.deepEqual(titles(inChinese, '跟进表'), ['rule-08/']);
  assert.equal(titles(inEnglish, 'responsibility')[0], 'rule-08/');
});

test('a page stands there once, with its best sections, and says what they are', () => {
  const [page] = inChinese('客户档案').best;
  assert.deepEqual({ ...page, sections: page!.sections.map(({ at }) => at).sort() }, { title: '法则10：建立所有的客户档案系统', module: '模块', kind: 'lesson', sections: ['rule-10/', 'rule-10/#limits'] });
  assert.equal(inChinese('建档').best[0]!.sections[0]!.kind, 'checklist');
  assert.equal(inChinese('专人管').best[0]!.sections[0]!.kind, 'term');
});

test('all words before some words', () => {
  assert.equal(titles(inEnglish, 'customer files')[0], 'rule-10/');
  assert.ok(titles(inEnglish, 'customer files').includes('rule-08/'));
  assert.equal(first(inChinese, '跟进表 催'), 'rule-08/#how');
  // a page that has one of the words everywhere, in its title too, stands behind the page that has both once
  const loud = site([
    { at: 'loud/', title: 'Colleagues', also: ['colleagues'], sections: { '': ['', 'colleagues '.repeat(9)], more: ['Colleagues', 'colleagues '.repeat(9)] } },
    { at: 'quiet/', title: 'Notes', sections: { '': ['', `${'Other things stand here. '.repeat(40)}One gasket for colleagues.`] } },
    { at: 'third/', title: 'Gaskets', sections: { '': ['', 'gasket gasket gasket'] } },
  ]);
  assert.equal(first(scanner(...loud), 'colleagues gasket'), 'quiet/');
  // a word of the title and one of the section
  assert.equal(first(inChinese, '法则10 病史'), 'rule-10/#limits');
});

test('English words are found by their beginning, in any case, not by their middle', () => {
  assert.equal(titles(inEnglish, 'PROMIS')[0], 'rule-08/');
  assert.ok(!titles(inEnglish, 'file').includes('kam/'));
  assert.equal(first(inEnglish, "don't know"), 'rule-08/');
  assert.equal(first(inEnglish, 'first contact'), 'glossary/#term-first');
});

test('simple endings: the exact word counts more, the word without its ending counts too', () => {
  assert.equal(first(inEnglish, 'profiles'), 'rule-10/#how');
  assert.equal(first(inEnglish, 'colleague’s'), 'rule-10/#how');
  assert.equal(titles(inEnglish, 'promised')[0], 'rule-08/');
});

test('a number is not the beginning of a longer one, and keeps its sign', () => {
  assert.deepEqual(titles(inChinese, '90%'), ['pdca/']);
  assert.deepEqual(titles(inChinese, '190'), []);
  assert.equal(titles(inChinese, '100%')[0], 'rule-08/');
});

test('mixed queries: the scripts are taken apart, and need no space in the text', () => {
  for (const query of ['PDCA循环', 'pdca 循环', 'ＰＤＣＡ循环', '循环pdca', '用PDCA']) assert.equal(titles(inChinese, query)[0], 'pdca/', query);
  assert.deepEqual(titles(inChinese, 'crm'), ['bid/']);
});

test('a sentence that stands nowhere is answered from its parts; words that say nothing do not count', () => {
  assert.equal(titles(inChinese, '怎么建客户档案')[0], 'rule-10/');
  assert.equal(first(inChinese, '通话之后写什么'), 'rule-10/#how');
  assert.equal(titles(inEnglish, 'what the profile')[0], 'rule-10/');
  assert.equal(inChinese('怎么').count, 2, 'alone, they are searched for');
});

test('words of the same meaning, in either language', () => {
  for (const query of ['关键客户', 'key account', 'KA']) assert.ok(titles(inChinese, query).includes('glossary/'), query);
  assert.equal(titles(inEnglish, '大客户')[0], 'kam/');
});

test('of words of the same meaning in one another, the longest is what was said', () => {
  const scan = scanner(...site([{ at: 'price/', title: '讲清价值', sections: { '': ['', '客户说价格高，先问比的是什么。'] } }], { same: [['贵', '嫌贵', '价格高']] }));
  assert.equal(first(scan, '嫌贵'), 'price/');
});

test('what a page is also called finds it, once the texts are there', () => {
  assert.equal(titles(inChinese, '名片太乱')[0], 'rule-10/');
  assert.equal(titles(inChinese, '太乱')[0], 'rule-10/');
});

test('titles and headings answer before the texts are there', () => {
  const names = scanner(zh[0]);
  assert.equal(titles(names, '客户档案')[0], 'rule-10/');
  assert.equal(titles(names, '招投标')[0], 'bid/');
  assert.equal(names('全生命周期').count, 0);
  assert.equal(names('招投标').best[0]!.sections[0]!.text, '');
});

test('slips of the finger, and what was searched for is said', () => {
  const cases: [Scan, string, string, string][] = [
    [inEnglish, 'scorcards', 'scorecards', 'rule-10/#how'],
    [inEnglish, 'colegues', 'colleagues', 'rule-10/#how'],
    [inEnglish, 'responsibilty', 'responsibility', 'rule-08/'],
    [inChinese, '客户当案', '客户档案', 'rule-10/#limits'],
    [inChinese, '招头标', '招投标', 'bid/'],
    [inChinese, '生命周其', '生命周期', 'bid/#why'],
    [inChinese, '跟近表', '跟进表', 'rule-08/#how'],
  ];
  for (const [scan, query, meant, at] of cases) {
    const { best, instead } = scan(query);
    assert.deepEqual(instead, [meant], query);
    assert.equal(best[0]!.sections[0]!.at.replace(/#.*/, ''), at.replace(/#.*/, ''), query);
  }
  assert.deepEqual(inEnglish('profile').instead, [], 'what stands there is no slip');
});

test('literal: what was typed and nothing else', () => {
  const literal = scanner(...en, true);
  assert.deepEqual(titles(literal, 'profile colleagues'), ['rule-10/']);
  assert.deepEqual(titles(literal, 'promise colleagues'), []);
  assert.deepEqual(titles(literal, 'colegues'), []);
});

test('nothing found is nothing found', () => {
  for (const query of ['', '   ', '\u3000', '量子纠缠', 'zebra', '？！', '🦓', '\ud800']) assert.deepEqual(inChinese(query), NOTHING, query);
  assert.deepEqual(scanner(...site([]))('客户'), NOTHING);
});

test('what is found is marked, in the text as it stands', () => {
  const bid = (query: string): string => {
    const { best, marks } = inChinese(query);
    return shown(passage(best[0]!.sections[0]!.text, marks));
  };
  // Full width, and after a character that folding makes longer
  assert.equal(bid('crm'), '招投标要看全生命周期的钱。[ＣＲＭ]里先建①号表。1900年的事。');
  assert.equal(bid('一遍'), '计划、执行、检查、处理……再来[一遍]。毛利报了90%。');
  const marks = inChinese('客户档案').marks;
  assert.equal(shown(pieces('客户档案里不该写什么', marks)), '[客户档案]里不该写什么');
  assert.equal(shown(pieces('Rule 10: Build a file system for all customers', inEnglish('customer files').marks)), 'Rule 10: Build a [file] system for all [customer]s');
});

test('a long text is shown where it fits best, from the beginning of a sentence or word', () => {
  const long = (sentence: string): string => `${'这里说的是别的事情，和它没有关系。'.repeat(9)}${sentence}${'后面又说了很多别的。'.repeat(9)}`;
  const zh = shown(passage(long('承诺在前。跟进表里写着承诺。'), ['跟进表', '承诺']));
  assert.match(zh, /^…[^。]*。?[^。]*\[承诺\]在前。\[跟进表\]里写着\[承诺\]。.*…$/);
  assert.ok(zh.length < 80, zh);
  const words = 'nothing of interest here at all, '.repeat(20);
  const en = shown(passage(`${words}but a promise kept counts; ${words}`, ['promise', 'kept']));
  assert.match(en, /^…(?:nothing|of|interest|here|at|all,|but) .*\[promise\] \[kept\] counts;.*…$/);
  assert.equal(shown(passage('没有那个词。', ['承诺'])), '没有那个词。');
});

const text = (n: number): string => `客户档案要写清楚，交期问仓库，promise by ${n} o’clock and the customer’s rest. `.repeat(8);
const big = site(Array.from({ length: 80 }, (_, n) => ({ at: `p${n}/`, title: `页${n}`, sections: Object.fromEntries(Array.from({ length: 7 }, (_, m) => [m ? `s${m}` : '', [`小节${m}`, text(n * 7 + m)]])) as Sections })));

// A minute is a hundred times what it takes: it ends a catastrophe, and times nothing.
test('hostile queries: long, control characters, patterns, tags, every letter at once', { timeout: 60_000 }, () => {
  const scan = scanner(...big);
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
    const { count, best } = scan(query);
    assert.ok(best.length <= MOST_FOUND && count >= best.length);
  }
  assert.ok(scan('\u0000客户\u0007').count > 0);
});

test('whatever is typed, the pieces put together are the text', () => {
  const odd = site([{ at: 'x/', title: 'İﬁ①', sections: { '': ['e\u0301…ß', '👩‍👧客户ﬃ½ ＡＢＣ…'.repeat(20)], y: ['写', '客户档案写好。'] } }]);
  const parts = fc.constantFrom('客户', '档案', 'file', 'ABC', 'ﬁ', 'İ', '…', '①', '½', ' ', 'é', '👧', '写', 'rule');
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(parts, { maxLength: 6 }).map((all) => all.join('')));
  const joined = (parts: Piece[]): string => parts.map((piece) => piece.text).join('');
  for (const scan of [scanner(...zh), scanner(...en), scanner(...odd)]) {
    fc.assert(
      fc.property(typed, (query) => {
        const { best, marks } = scan(query);
        for (const { title, sections } of best) {
          assert.equal(joined(pieces(title, marks)), title);
          for (const { heading, text } of sections) {
            assert.equal(joined(pieces(heading, marks)), heading);
            const part = passage(text, marks);
            assert.ok(text.includes(joined(part).replace(/^…(?!…)/, '').replace(/…$/, '')) || text.includes(joined(part)));
            assert.ok(part.every((piece) => piece.text));
          }
        }
      }),
      { numRuns: 100 },
    );
  }
});

test('folding', () => {
  assert.equal(fold('ＫＡ计划（Ａ）Don’t'), "ka计划(a)don't");
});
