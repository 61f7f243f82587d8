// The meaning of a term: opened by pointer, keyboard and tap, closed by Esc, and never in the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../page/make';
import { terms } from '../terms/terms';
import { openPage, type Page } from './page';

function start(): Page & { link: HTMLElement; other: HTMLElement; pop: () => string | undefined; point: (at: Element, name: string, type: string) => void } {
  const page = openPage(`<p><a class="fb-term" href="../glossary/#term-a" data-term="term-a">复盘</a>
    <a class="fb-term" href="../glossary/#term-b" data-term="term-b">大客户</a> <a class="fb-term" href="#" data-term="term-none">无</a></p>
    <div class="fb-terms" hidden><p data-term="term-a"><strong>复盘</strong> 做完再看。</p><p data-term="term-b"><strong>大客户</strong> 少数。</p></div>`);
  terms(page.doc, page.words);
  return {
    ...page,
    link: page.find('[data-term=term-a]'),
    other: page.find('[data-term=term-b]'),
    pop: () => {
      const all = page.doc.querySelectorAll('.fb-popover');
      assert.ok(all.length <= 1);
      return all[0] ? textOf(all[0]) : undefined;
    },
    point: (at, name, type) => {
      const event = new page.window.MouseEvent(name, { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'pointerType', { value: type });
      at.dispatchEvent(event);
    },
  };
}

test('a pointer over the term opens it; it may move onto the meaning; leaving closes', () => {
  const { link, pop, point, wait, find } = start();
  point(link, 'pointerenter', 'mouse');
  wait();
  assert.equal(pop(), '复盘 做完再看。');
  assert.equal(find('#fb-popover').closest('article') !== null, true);
  assert.equal(link.getAttribute('aria-describedby'), 'fb-popover');
  point(link, 'pointerleave', 'mouse');
  point(find('.fb-popover'), 'pointerenter', 'mouse');
  wait();
  assert.equal(pop(), '复盘 做完再看。');
  point(find('.fb-popover'), 'pointerleave', 'mouse');
  wait();
  assert.equal(pop(), undefined);
  assert.equal(link.hasAttribute('aria-describedby'), false);
});

test('focus opens it, Esc closes it and leaves the focus, another term takes over', () => {
  const { link, other, pop, press, doc, wait } = start();
  link.focus();
  assert.equal(pop(), '复盘 做完再看。');
  other.focus();
  assert.equal(pop(), '大客户 少数。');
  wait();
  assert.equal(pop(), '大客户 少数。');
  press(other, 'Escape');
  assert.equal(pop(), undefined);
  assert.equal(doc.activeElement, other);
  other.blur();
  link.focus();
  link.blur();
  wait();
  assert.equal(pop(), undefined);
});

function click(page: Page, at: HTMLElement): boolean {
  return at.dispatchEvent(new page.window.MouseEvent('click', { bubbles: true, cancelable: true }));
}

test('the first tap opens it, with a link to the glossary; the second follows; a tap elsewhere closes', () => {
  const page = start();
  const { link, pop, point, find, doc } = page;
  const tap = (): boolean => {
    point(link, 'pointerdown', 'touch');
    link.focus();
    return click(page, link);
  };
  assert.equal(tap(), false);
  assert.equal(pop(), '复盘 做完再看。词汇表');
  assert.equal(find<HTMLAnchorElement>('.fb-popover a').href, 'http://fieldbook.test/a/glossary/#term-a');
  point(find('.fb-popover a'), 'pointerdown', 'touch');
  assert.notEqual(pop(), undefined);
  let followed = false;
  link.addEventListener('click', (event) => (followed = !event.defaultPrevented), { once: true });
  tap();
  assert.equal(followed, true);
  point(doc.body, 'pointerdown', 'touch');
  assert.equal(pop(), undefined);
});

test('a click of the mouse, Enter, and a term without a meaning are plain links', () => {
  const page = start();
  const follows = (at: HTMLElement): boolean => {
    let free = false;
    at.addEventListener('click', (event) => ((free = !event.defaultPrevented), event.preventDefault()), { once: true });
    click(page, at);
    return free;
  };
  page.point(page.link, 'pointerdown', 'mouse');
  assert.equal(follows(page.link), true);
  page.point(page.other, 'pointerdown', 'touch');
  page.press(page.other, 'Enter');
  assert.equal(follows(page.other), true);
  const none = page.find('[data-term=term-none]');
  page.point(none, 'pointerdown', 'touch');
  assert.equal(follows(none), true);
  assert.equal(page.pop(), undefined);
});
