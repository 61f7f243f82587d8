// Links in the forms wikis take, the panel they are copied from, and the QR code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { forms } from '../links/forms';
import { panel } from '../links/panel';
import { qr } from '../links/qr';
import { targetOf } from '../links/target';
import { en, zh } from '../words/links';
import { openPage, type Page } from './page';

const address = (at: string): string => `http://fieldbook.test/a/${at}`;
const lesson = (more = ''): Page =>
  openPage(
    `<h1 id="fb-title">法则8<a class="headerlink" href="../go/rule-08/">¶</a></h1><p class="fb-facts">10分钟</p>
     <h2 id="limits">边界<a class="headerlink" href="#limits">¶</a></h2>
     <h2 id="check">自测<a class="headerlink" href="#check">¶</a></h2><div data-set="rule-08.check"></div>
     <div data-checklist="before" id="before"><p class="fb-checklist-title">承诺之前</p><button data-action="link">链接</button></div>
     <div class="fb-foot"><code>rule-08</code></div>${more}`,
  );
const marks = (page: Page): HTMLElement[] => [...page.doc.querySelectorAll<HTMLElement>('.headerlink, [data-action=link]')];

test('each mark gives its own short address, its title, and a frame where one can stand', () => {
  const page = lesson();
  assert.deepEqual(
    marks(page).map((mark) => targetOf(mark, address)).map(({ title, url, embed }) => [title, url, embed]),
    [
      ['法则8', 'http://fieldbook.test/a/go/rule-08/', 'http://fieldbook.test/a/embed/rule-08/'],
      ['法则8 – 边界', 'http://fieldbook.test/a/go/rule-08.limits/', undefined],
      ['法则8 – 自测', 'http://fieldbook.test/a/go/rule-08.check/', 'http://fieldbook.test/a/embed/rule-08.check/'],
      ['法则8 – 承诺之前', 'http://fieldbook.test/a/go/before/', 'http://fieldbook.test/a/embed/before/'],
    ],
  );
});

test('where the site says where it is at home, links point there, wherever it is open', () => {
  const page = lesson('<link rel="canonical" href="https://sales.corp.test/book/rule-08/">');
  assert.equal(targetOf(marks(page)[1]!, address).url, 'https://sales.corp.test/book/go/rule-08.limits/');
});

test('no title breaks a form', () => {
  const url = 'http://fieldbook.test/go/rule-08/';
  const titles = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('a]b', '<b>', '"&\'', '[x](y)', '{{t}}', "''a''", '`', '*', '|', '\\'));
  fc.assert(
    fc.property(titles, (title) => {
      const target = { title, url, embed: url, height: 300 };
      const { document } = new JSDOM(forms.rich!(target).html! + forms.embed!(target).text).window;
      assert.equal(document.body.children.length, 2);
      assert.equal(document.querySelector('a')!.textContent, title.replace(/\r\n?/g, '\n').replace(/\0/g, ''));
      assert.equal(document.querySelector('iframe')!.title, title.replace(/\r\n?/g, '\n').replace(/\0/g, '\ufffd'));
      const wiki = forms.mediawiki!(target).text;
      assert.match(wiki, /^\[http:\/\/fieldbook\.test\/go\/rule-08\/ [^[\]{}<>|']*\]$/s);
      const markdown = forms.markdown!(target).text;
      assert.ok(!/(^|[^\\])(\\\\)*[\]<>`]/.test(markdown.slice(1, -(url.length + 3))), markdown);
    }),
  );
});

test('the panel: focus goes in, Esc closes it and gives the focus back, a second click too', () => {
  const page = lesson();
  const mark = marks(page)[1]!;
  const open = (): void => panel(mark, targetOf(mark, address), zh);
  open();
  const box = page.find('.fb-links');
  assert.equal(box.getAttribute('aria-label'), '链接到：法则8 – 边界');
  assert.equal(page.doc.activeElement!.textContent, '复制链接');
  assert.ok(![...box.querySelectorAll('button')].some((button) => button.textContent === '嵌入代码'), 'a section cannot stand in a frame');
  page.press(box, 'Escape');
  assert.equal(page.doc.querySelector('.fb-links'), null);
  assert.equal(page.doc.activeElement, mark);
  open();
  open();
  assert.equal(page.doc.querySelector('.fb-links'), null);
});

test('the rich form hands out both kinds at once', () => {
  const page = lesson();
  const mark = marks(page)[0]!;
  panel(mark, targetOf(mark, address), en);
  const got: { [kind: string]: string } = {};
  page.doc.execCommand = () => {
    const event = new page.window.Event('copy', { cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { setData: (kind: string, text: string) => (got[kind] = text) } });
    page.doc.dispatchEvent(event);
    return true;
  };
  [...page.doc.querySelectorAll('button')].find((button) => button.textContent === 'Link with title')!.click();
  assert.deepEqual(got, { 'text/html': '<a href="http://fieldbook.test/a/go/rule-08/">法则8</a>', 'text/plain': '法则8 http://fieldbook.test/a/go/rule-08/' });
  page.frame();
  assert.equal(page.say(), 'Copied.');
});

test('a page opened from disk says that its links are of no use to others', () => {
  const page = lesson();
  const target = targetOf(marks(page)[1]!, (at) => `file:///home/a/site/${at}`);
  assert.equal(target.url, 'file:///home/a/site/go/rule-08.limits/index.html');
  panel(marks(page)[1]!, target, zh);
  assert.match(page.find('.fb-links').textContent!, /这个地址别人打不开/);
});

test('a QR code has a name, a quiet zone, and its three corners', () => {
  const { doc } = openPage('');
  const svg = qr('http://fieldbook.test/go/rule-08/', 'code', doc);
  assert.equal(svg.getAttribute('aria-label'), 'code');
  const [x, , side] = svg.getAttribute('viewBox')!.split(' ').map(Number);
  const dark = svg.lastElementChild!.getAttribute('d')!;
  for (const [a, b] of [[0, 0], [side! + 2 * x! - 7, 0], [0, side! + 2 * x! - 7]]) {
    for (let i = 0; i < 7; i++) assert.ok(dark.includes(`M${a! + i} ${b}h`), `corner ${a},${b}`);
  }
  assert.equal(x, -4);
});
