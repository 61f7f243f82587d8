// The search dialog and the way into it: keys, focus, what is said, and what is loaded when.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDialog } from '../find/dialog';
import { scanner, type Scan } from '../find/scan';
import { loader } from '../load/load';
import { searchButton, type Find } from '../load/search';
import { textOf } from '../page/make';
import { findWordsFor } from '../words/find';
import { openPage, recordOn, type Page } from './page';

const sections = [
  { at: 'rule-08/', page: '法则8', heading: '', text: '自己做得了主的，当场答应。' },
  { at: 'rule-08/#how', page: '法则8', heading: '怎么做', text: '承诺写进跟进表。<b>承诺</b>' },
  { at: 'rule-08/#limits', page: '法则8', heading: '边界', text: '承诺之前先问。' },
];

interface Open extends Page {
  field: HTMLInputElement;
  dialog: HTMLElement;
  options(): HTMLAnchorElement[];
  active(): HTMLElement | null;
  type(text: string): void;
  told(): string;
  loads: number;
  settle(fail?: boolean): Promise<void>;
}

function start(lang = 'zh-Hans', native = true): Open & { open(): void } {
  const page = openPage('<button class="from">搜索</button><input class="other">', recordOn(), lang);
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
  const load = (): Promise<Scan> => {
    found.loads++;
    return new Promise((resolve, reject) => (settle = (fail) => (fail ? reject(new Error('offline')) : resolve(scanner(sections)))));
  };
  const dialog = findDialog(page.doc, findWordsFor(lang), load, (at) => `http://fieldbook.test/a/${at}`);
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
  assert.equal(page.told(), '2个结果');
  assert.equal(page.loads, 1);
  page.open();
  assert.equal(page.loads, 1);
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
  assert.deepEqual(page.options().map(textOf), ['法则8 怎么做 承诺写进跟进表。<b>承诺</b>', '法则8 边界 承诺之前先问。']);
  assert.equal(page.dialog.querySelector('b'), null);
  assert.deepEqual([...page.options()[0]!.querySelectorAll('mark')].map(textOf), ['承诺', '承诺']);
  assert.deepEqual(page.options().map(({ href, tabIndex }) => [href, tabIndex]), [
    ['http://fieldbook.test/a/rule-08/#how', -1],
    ['http://fieldbook.test/a/rule-08/#limits', -1],
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
    ['http://fieldbook.test/a/rule-08/#limits', true],
    ['http://fieldbook.test/a/rule-08/#limits', false],
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
  assert.equal(page.told(), '2个结果');
});

test('an older browser: opened without help, and Tab stays inside', async () => {
  const page = await ready('en', false);
  assert.equal(page.dialog.getAttribute('aria-modal'), 'true');
  assert.equal(page.told(), 'Type one word or a few.');
  page.type('怎么做');
  assert.equal(page.told(), '1 result');
  page.press(page.field, 'Tab');
  assert.equal(page.doc.activeElement, page.find('.fb-find button'));
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
  const files = ['search.js', 'find.css', 'find.js'].map((file) => `http://fieldbook.test/a/assets/${file}?v=12ab`);
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

test('a page without the button has no search', () => {
  const page = openPage('<p>…</p>');
  searchButton(page.doc, page.words, () => Promise.reject(new Error('never')), () => undefined);
  assert.equal(page.press(page.doc.body, 'k', { ctrlKey: true }), true);
});
