// The search dialog and the way into it: keys, focus, what is said, and what is loaded when.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDialog } from '../find/dialog';
import { recent } from '../find/recent';
import { scanner, type Names, type Scan, type Texts } from '../find/scan';
import { loader } from '../load/load';
import { searchButton, type Find } from '../load/search';
import { textOf } from '../page/make';
import { findWordsFor } from '../words/find';
import { openPage, recordOn, type Page } from './page';

const names: Names = {
  ignore: [],
  same: [],
  modules: { 'sales-rules': '销售法则' },
  pages: [
    ['rule-08/', '法则8', 'sales-rules', 'lesson', [['', '', ''], ['how', '怎么做', '']]],
    ['rule-09/', '法则9', 'sales-rules', 'lesson', [['', '', ''], ['limits', '边界', ''], ['rule-09-list', '之前', 'checklist']]],
  ],
};
const texts: Texts = [
  [[], ['自己做得了主的，当场答应。', '承诺写进跟进表。<b>承诺</b>']],
  [[], ['', '承诺之前先问。', '']],
];

interface Open extends Page {
  field: HTMLInputElement;
  dialog: HTMLElement;
  options(): HTMLAnchorElement[];
  active(): HTMLElement | null;
  type(text: string): void;
  told(): string;
  loads: number;
  /** Whatever was asked for arrives, or fails. */
  settle(fail?: boolean): Promise<void>;
  /** Titles and headings arrive alone. */
  half(): void;
}

function start(lang = 'zh-Hans', native = true): Open & { open(): void } {
  const page = openPage('<a class="fb-language" href="http://fieldbook.test/a/en/rule-08/#how">English</a><button class="from">搜索</button><input class="other">', recordOn(), lang);
  const { prototype } = page.window.HTMLDialogElement;
  page.window.Element.prototype.scrollIntoView = () => {};
  const own = native
    ? {
        showModal(this: HTMLElement) {
          this.setAttribute('open', '');
        },
        close(this: HTMLElement) {
          this.removeAttribute('open');
        },
      }
    : { showModal: undefined, close: undefined };
  Object.assign(prototype, own);
  let settle: ((fail?: boolean) => void) | undefined;
  let half: (() => void) | undefined;
  const load = (ready: (scan: Scan, whole: boolean) => void): Promise<void> => {
    found.loads++;
    half = () => ready(scanner(names), false);
    return new Promise((resolve, reject) => {
      settle = (fail) => {
        if (fail) return reject(new Error('offline'));
        ready(scanner(names, texts), true);
        resolve();
      };
    });
  };
  const address = (at: string): string => `http://fieldbook.test/a/${at}`;
  const dialog = findDialog(page.doc, findWordsFor(lang), { load, address, recent: recent(() => page.window.localStorage) });
  const found: Open & { open(): void } = {
    ...page,
    loads: 0,
    field: page.find('.fb-find input'),
    dialog: page.find('.fb-find'),
    open: () => dialog.open(page.find('.from')),
    options: () => [...page.doc.querySelectorAll<HTMLAnchorElement>('.fb-find [role=option]')],
    active: () => page.doc.getElementById(found.field.getAttribute('aria-activedescendant') ?? ''),
    type(text) {
      found.field.value = text;
      found.field.dispatchEvent(new page.window.Event('input'));
    },
    told() {
      page.frame();
      return page.find('.fb-find [role=status]').textContent!;
    },
    half: () => half!(),
    async settle(fail) {
      settle!(fail);
      await new Promise(setImmediate);
    },
  };
  return found;
}

async function ready(lang?: string, native?: boolean): Promise<ReturnType<typeof start>> {
  const page = start(lang, native);
  page.find('.from').focus();
  page.open();
  await page.settle();
  return page;
}

test('opens at once, says that it loads, and answers what was typed meanwhile', async () => {
  const page = start();
  page.open();
  assert.equal(page.dialog.hasAttribute('open'), true);
  assert.equal(page.doc.activeElement, page.field);
  assert.equal(page.told(), '正在载入…');
  page.type('承诺');
  assert.equal(page.told(), '正在载入…');
  await page.settle();
  assert.equal(page.told(), '2页');
  assert.equal(page.loads, 1);
  page.open();
  assert.equal(page.loads, 1);
});

test('titles and headings answer before the texts have come, and the texts add to that', async () => {
  const page = start();
  page.open();
  page.type('法则8');
  page.half();
  assert.deepEqual(page.options().map(textOf), ['法则8 销售法则·课', '法则9 销售法则·课']);
  page.type('承诺');
  assert.equal(page.told(), '正在载入…', 'nothing is said to be missing before everything has been looked through');
  await page.settle();
  assert.equal(page.told(), '2页');
});

test('a slip is mended, and it is said what was searched for', async () => {
  const page = await ready();
  page.type('跟近表');
  assert.equal(page.told(), '按“跟进表”查找：1页');
});

test('a checklist says that it is one', async () => {
  const page = await ready();
  page.type('之前');
  assert.match(page.options().map(textOf).join('|'), /之前清单/);
});

test('the last queries that led somewhere are offered, the latest first, and can be chosen', async () => {
  const page = await ready();
  page.doc.body.addEventListener('click', (event) => event.preventDefault());
  assert.deepEqual(page.options(), []);
  for (const query of ['边界', '承诺', '边界', '量子', '<zz>']) {
    page.type(query);
    page.press(page.field, 'Enter');
    page.open();
  }
  page.type('');
  assert.deepEqual(page.options().map(textOf), ['边界', '承诺']);
  assert.equal(page.active(), null, 'none is active before an arrow');
  page.press(page.field, 'ArrowDown');
  page.press(page.field, 'ArrowDown');
  page.press(page.field, 'Enter');
  assert.equal(page.field.value, '承诺');
  assert.equal(page.told(), '2页');
});

test('a last query that is chosen while the texts are on their way stays chosen', async () => {
  const page = start();
  page.window.localStorage.setItem('fieldbook-queries', '["承诺"]');
  page.open();
  page.press(page.field, 'ArrowDown');
  page.half();
  await page.settle();
  assert.equal(page.active()?.textContent, '承诺');
  assert.equal(page.told(), '输入一个或几个词。');
  page.press(page.field, 'Enter');
  assert.equal(page.field.value, '承诺');
  assert.equal(page.told(), '2页');
});

test('storage refused, or something else in it: no last queries, and the search goes on', () => {
  const refused = recent(() => {
    throw new Error('denied');
  });
  refused.add('承诺');
  assert.deepEqual(refused.all(), []);
  for (const kept of ['{', '{"a":1}', '[1,null,""]', 'null']) assert.deepEqual(recent(() => ({ getItem: () => kept }) as unknown as Storage).all(), []);
});

test('the same query in the other language, and a query that comes with the address', async () => {
  const page = await ready();
  const other = page.find<HTMLAnchorElement>('.fb-find-foot a');
  assert.equal(other.hidden, true);
  page.type('承诺 & 边界');
  assert.equal(other.hidden, false);
  assert.equal(other.href, `http://fieldbook.test/a/en/rule-08/#find=${encodeURIComponent('承诺 & 边界')}`);
  page.press(page.field, 'Escape');
  page.window.location.hash = `#find=${encodeURIComponent('边界')}`;
  page.open();
  assert.equal(page.field.value, '边界');
  assert.equal(page.told(), '1页');
  assert.equal(page.window.location.hash, '');
  page.window.location.hash = '#find=90%';
  page.open();
  assert.equal(page.field.value, '90%', 'written by hand, it is no reason to fail');
});

test('a failure is said, and the next letter tries again', async () => {
  const page = start();
  page.open();
  await page.settle(true);
  assert.match(page.told(), /^载入失败/);
  page.type('承诺');
  assert.equal(page.loads, 2);
  await page.settle();
  assert.equal(page.options().length, 2);
});

test('what is found: links with what was searched for marked, as text', async () => {
  const page = await ready();
  assert.equal(page.told(), '输入一个或几个词。');
  page.type('承诺');
  assert.deepEqual(page.options().map(textOf), ['法则8 销售法则·课 怎么做 承诺写进跟进表。<b>承诺</b>', '法则9 销售法则·课 边界 承诺之前先问。']);
  assert.deepEqual([...page.doc.querySelectorAll('.fb-find [role=group]')].map((group) => group.getAttribute('aria-label')), ['法则8', '法则9']);
  assert.equal(page.dialog.querySelector('b'), null);
  assert.deepEqual([...page.options()[0]!.querySelectorAll('mark')].map(textOf), ['承诺', '承诺']);
  assert.deepEqual(page.options().map(({ href, tabIndex }) => [href, tabIndex]), [
    ['http://fieldbook.test/a/rule-08/#how', -1],
    ['http://fieldbook.test/a/rule-09/#limits', -1],
  ]);
  assert.equal(page.field.getAttribute('aria-expanded'), 'true');
  page.type('量子<i>');
  assert.equal(page.told(), '没有找到“量子<i>”。换个说法，或者少写几个字。');
  assert.equal(page.find('[role=listbox]').hidden, true);
  assert.equal(page.field.getAttribute('aria-expanded'), 'false');
  assert.equal(page.active(), null);
  page.type('');
  assert.equal(page.told(), '输入一个或几个词。');
});

test('arrows go round, Home and End to the ends; one option is active, and the field keeps the focus', async () => {
  const page = await ready();
  page.type('承诺');
  const at = (): number => {
    assert.deepEqual(page.options().filter((each) => each.getAttribute('aria-selected') === 'true'), [page.active()]);
    assert.equal(page.doc.activeElement, page.field);
    return page.options().indexOf(page.active() as HTMLAnchorElement);
  };
  const after = (key: string): number => {
    assert.equal(page.press(page.field, key), false, key);
    return at();
  };
  assert.equal(at(), 0);
  assert.deepEqual(['ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Home', 'ArrowUp'].map(after), [1, 0, 1, 0, 1, 0, 1]);
  page.type('边界');
  assert.equal(at(), 0);
  page.type('量子');
  assert.equal(page.press(page.field, 'Home'), true, 'without results the keys are the field’s');
  assert.equal(page.press(page.field, 'a'), true);
});

test('Enter follows the active link and closes; with Ctrl it stays open; without results it does nothing', async () => {
  const page = await ready();
  const followed: [string, boolean][] = [];
  page.doc.body.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link) followed.push([link.href, event.ctrlKey]);
    event.preventDefault();
  });
  page.press(page.field, 'Enter');
  page.type('承诺');
  page.press(page.field, 'ArrowDown');
  page.press(page.field, 'Enter', { ctrlKey: true });
  assert.equal(page.dialog.hasAttribute('open'), true);
  page.press(page.field, 'Enter');
  assert.deepEqual(followed, [
    ['http://fieldbook.test/a/rule-09/#limits', true],
    ['http://fieldbook.test/a/rule-09/#limits', false],
  ]);
  assert.equal(page.dialog.hasAttribute('open'), false);
});

test('Esc, the button, a click beside it and the way back of a phone close; the focus goes back', async () => {
  const page = await ready();
  const closing = [
    () => page.press(page.field, 'Escape'),
    () => page.find('.fb-find button').click(),
    () => page.dialog.click(),
    () => page.dialog.dispatchEvent(new page.window.Event('cancel', { cancelable: true })),
  ];
  for (const close of closing) {
    page.open();
    page.field.focus();
    close();
    assert.equal(page.dialog.hasAttribute('open'), false);
    assert.equal(page.doc.activeElement, page.find('.from'));
  }
  // From a field back to the field; from nowhere to the button.
  page.find('.other').focus();
  page.open();
  page.press(page.field, 'Escape');
  assert.equal(page.doc.activeElement, page.find('.other'));
  page.find('.other').blur();
  page.open();
  page.press(page.field, 'Escape');
  assert.equal(page.doc.activeElement, page.find('.from'));
});

test('an input method: nothing is searched, and no key taken, before a word is chosen', async () => {
  const page = await ready();
  page.field.dispatchEvent(new page.window.Event('compositionstart'));
  page.type('cheng');
  assert.equal(page.told(), '输入一个或几个词。');
  page.press(page.field, 'Escape', { isComposing: true });
  page.press(page.field, 'Enter', { keyCode: 229 });
  page.dialog.dispatchEvent(new page.window.Event('cancel', { cancelable: true }));
  assert.equal(page.dialog.hasAttribute('open'), true);
  page.field.value = '承诺';
  page.field.dispatchEvent(new page.window.Event('compositionend'));
  assert.equal(page.told(), '2页');
});

test('an older browser: opened without help, and Tab stays inside', async () => {
  const page = await ready('en', false);
  assert.equal(page.dialog.getAttribute('aria-modal'), 'true');
  assert.equal(page.told(), 'Type one word or a few.');
  page.type('怎么做');
  assert.equal(page.told(), '1 page');
  page.press(page.field, 'Tab');
  assert.equal(page.doc.activeElement, page.find('.fb-find button'));
  page.press(page.doc.activeElement!, 'Tab');
  assert.equal(page.doc.activeElement, page.find('.fb-find-foot a'));
  page.press(page.doc.activeElement!, 'Tab');
  assert.equal(page.doc.activeElement, page.field);
  page.press(page.field, 'Escape');
  assert.equal(page.dialog.hasAttribute('open'), false);
});

function way(): Page & { asked: string[]; opened: number; fire(name: string): void; came: { find?: Find }; settle(): Promise<void> } {
  const page = openPage('<input class="other"><button class="fb-search" hidden>搜索</button>');
  const came: { find?: Find } = {};
  const all = (): HTMLElement[] => [...page.doc.head.querySelectorAll<HTMLElement>('script, link')];
  searchButton(page.doc, page.words, loader(page.doc, 'http://fieldbook.test/a/assets/fieldbook.js?v=12ab'), () => came.find);
  const found = {
    ...page,
    came,
    opened: 0,
    get asked() {
      return all().map((each) => each.getAttribute('src') ?? each.getAttribute('href')!);
    },
    fire(name: string) {
      for (const each of all()) each.dispatchEvent(new page.window.Event(name));
    },
    settle: () => new Promise<void>((done) => setImmediate(done)),
  };
  return found;
}

test('nothing is loaded before the first opening; then each file once, of the same version', async () => {
  const page = way();
  const button = page.find('.fb-search');
  assert.equal(button.hidden, false);
  assert.deepEqual(page.asked, []);
  let opened = 0;
  page.came.find = { open: (back) => (opened++, assert.equal(back, button)) };
  button.click();
  const files = ['search-names.js', 'find.css', 'find.js'].map((file) => `http://fieldbook.test/a/assets/${file}?v=12ab`);
  assert.deepEqual(page.asked, files);
  page.fire('load');
  await page.settle();
  assert.equal(opened, 1);
  button.click();
  await page.settle();
  assert.equal(opened, 2);
  assert.deepEqual(page.asked, files);
});

test('Ctrl-K and ⌘K open, in a field too and with Caps Lock; other keys do not', async () => {
  const page = way();
  let opened = 0;
  page.came.find = { open: () => opened++ };
  const field = page.find('.other');
  assert.equal(page.press(field, 'k', { ctrlKey: true }), false);
  page.fire('load');
  await page.settle();
  assert.equal(opened, 1);
  page.press(page.doc.body, 'K', { metaKey: true });
  await page.settle();
  assert.equal(opened, 2);
  for (const more of [{}, { ctrlKey: true, altKey: true }, { ctrlKey: true, shiftKey: true }]) assert.equal(page.press(field, 'k', more), true);
  // Autofill sends keys without a name.
  const nameless = new page.window.Event('keydown', { bubbles: true });
  field.dispatchEvent(nameless);
  await page.settle();
  assert.equal(opened, 2);
});

test('when the search does not load, a dialog says so, and the next opening tries again', async () => {
  const page = way();
  const button = page.find('.fb-search');
  button.click();
  page.fire('error');
  await page.settle();
  const box = page.find('dialog.fb-find');
  assert.equal(box.hasAttribute('open'), true);
  assert.match(textOf(box), /^没有载入完整/);
  box.querySelector('button')!.click();
  assert.equal(page.doc.querySelector('dialog'), null);
  assert.equal(page.doc.activeElement, button);
  assert.deepEqual(page.asked, []);
  let opened = 0;
  page.came.find = { open: () => opened++ };
  button.click();
  page.fire('load');
  await page.settle();
  assert.equal(opened, 1);
});

test('an address that brings a query opens the search', () => {
  const page = openPage('<button class="fb-search" hidden>搜索</button>');
  page.window.location.hash = '#find=pdca';
  searchButton(page.doc, page.words, loader(page.doc, 'http://fieldbook.test/a/assets/fieldbook.js?v=12ab'), () => undefined);
  assert.equal(page.doc.head.querySelectorAll('script').length, 2);
});

test('a page without the button has no search', () => {
  const page = openPage('<p>…</p>');
  searchButton(page.doc, page.words, () => Promise.reject(new Error('never')), () => undefined);
  assert.equal(page.press(page.doc.body, 'k', { ctrlKey: true }), true);
});
