// The scripts of head and foot, run as the classic scripts a page loads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom';
import { forward } from '../head/address';
import { checklist, single } from './page';

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false, define: { VERSION: '"1.2.3"', LANGUAGE: '"zh"' } });
  return outputFiles[0]!.text;
}
const [head, palette, main] = await Promise.all(['head/head.ts', 'head/palette.ts', 'main.ts'].map(bundle));

type Live = DOMWindow & { [name: string]: any };

function load(body: string, { url = 'http://fieldbook.test/kb/en/rule/', scope = '../..', before = '' } = {}): { window: Live; errors: string[] } {
  const errors: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('error', (...all: unknown[]) => errors.push(all.join(' ')));
  const dom = new JSDOM(
    `<!doctype html><html lang="zh-Hans"><head><script>${before}</script><script data-scope="${scope}">${head}</script></head><body>${body}</body></html>`,
    {
      url,
      runScripts: 'dangerously',
      virtualConsole,
      // Not `pretendToBeVisual`: its timer keeps Node alive.
      beforeParse: (window) => Object.assign(window, { requestAnimationFrame: () => 0, cancelAnimationFrame: () => {} }),
    },
  );
  return { window: dom.window as Live, errors };
}
const loaded = (window: Live): Promise<void> =>
  new Promise((done) => (window.document.readyState === 'complete' ? done() : window.addEventListener('load', () => setImmediate(done))));
const live = (window: Live): boolean => window.document.documentElement.classList.contains('fb-live');
const script = (code: string): string => `<script>${code}</script>`;

const scheme = (window: Live): string | undefined => window.document.body.dataset.mdColorScheme;
const form = ['light', 'dark']
  .map((name) => `<input type="radio" name="__palette" id="${name}" data-md-color-media="(prefers-color-scheme: ${name})" data-md-color-scheme="${name}-one" data-md-color-primary="p" data-md-color-accent="a"><label hidden>${name}</label>`)
  .join('');
/** The header on a system that is dark, or light. */
function coloured(before = '', dark = true, more = {}): { window: Live; errors: string[] } {
  const system = `window.asked = []; window.matchMedia = (q) => ({ get matches() { return q.includes(window.dark ? 'dark' : 'light'); }, addEventListener: (_, heard) => window.asked.push(heard) }); window.dark = ${dark};`;
  return load(form + script(palette!), { before: system + before, ...more });
}

test('light or dark as the system has it, until somebody chooses', () => {
  for (const [dark, is] of [[true, 'dark-one'], [false, 'light-one']] as const) {
    const { window, errors } = coloured('', dark);
    assert.equal(scheme(window), is);
    const labels = [...window.document.querySelectorAll<HTMLElement>('label')].map(({ hidden }) => hidden);
    assert.deepEqual(labels, [dark, !dark], 'the label of what is leads to the other');
    window.dark = !dark;
    for (const heard of window.asked) heard();
    assert.notEqual(scheme(window), is);
    assert.deepEqual(errors, []);
  }
});

test('what was chosen is kept, for both languages', () => {
  const { window } = coloured();
  window.document.getElementById('light')!.click();
  assert.equal(scheme(window), 'light-one');
  assert.equal(window.localStorage.getItem('/kb/.__palette'), '{"index":0}');
  window.asked[0]();
  assert.equal(scheme(window), 'light-one');
  const kept = `localStorage.setItem('/kb/.__palette', '{"index":0,"color":{}}');`;
  for (const more of [{}, { url: 'http://fieldbook.test/kb/rule/', scope: '..' }]) assert.equal(scheme(coloured(kept, true, more).window), 'light-one');
});

test('storage refused, or something else in it: as the system has it, and a choice holds for this page', () => {
  for (const before of [`Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });`, `localStorage.setItem('/kb/.__palette', 'not json');`, `localStorage.setItem('/kb/.__palette', '{"index":9}');`]) {
    const { window, errors } = coloured(before);
    assert.equal(scheme(window), 'dark-one');
    window.document.getElementById('light')!.click();
    assert.equal(scheme(window), 'light-one');
    assert.deepEqual(errors, []);
  }
});

test('the section in sight is marked beside the page', async () => {
  const { window, errors } = load(`<ul data-md-component="toc"><li><a href="#a">A</a><li><a href="#b">B</a></ul><h2 id="a">A</h2><h2 id="b">B</h2>${single()}${script(main!)}`, { before: 'window.tops = { a: 10, b: 500 }; window.Element.prototype.getBoundingClientRect = function () { return { top: window.tops[this.id] }; };' });
  await loaded(window);
  let frame: FrameRequestCallback = () => {};
  window.requestAnimationFrame = (act: FrameRequestCallback) => ((frame = act), 0);
  const scroll = (): void => {
    window.dispatchEvent(new window.Event('scroll'));
    frame(0);
  };
  const marked = (): string[] => [...window.document.querySelectorAll('.md-nav__link--active')].map(({ textContent }) => textContent!);
  assert.deepEqual(marked(), []);
  for (const [b, is] of [[80, ['B']], [300, ['A']]] as const) {
    window.tops.b = b;
    scroll();
    assert.deepEqual(marked(), is);
  }
  window.tops.a = 200;
  scroll();
  assert.deepEqual(marked(), []);
  assert.deepEqual(errors, []);
});

test('the page is live once our script has started', async () => {
  const { window, errors } = load(single() + checklist() + script(main!));
  await loaded(window);
  assert.equal(live(window), true);
  assert.equal(window.fieldbook.version, '1.2.3');
  assert.equal(window.document.querySelector<HTMLElement>('.fb-actions')!.hidden, false);
  window.document.querySelector<HTMLElement>('[value=c]')!.click();
  window.document.querySelector<HTMLElement>('[data-action=check]')!.click();
  assert.equal(window.fieldbook.record.entries()[0].ok, true);
  assert.equal(await window.fieldbook.record.saved(), 'kept');
  assert.equal(window.localStorage.length, 1);
  // What another tab writes.
  const entry = { ...window.fieldbook.record.entries()[0], id: 'other-1', kind: 'tick', item: 'before-one', value: true, ok: undefined };
  window.dispatchEvent(new window.StorageEvent('storage', { key: 'fieldbook:log:other-1', newValue: JSON.stringify(entry) }));
  assert.equal(window.document.querySelector<HTMLInputElement>('[data-item=before-one]')!.checked, true);
  // A page out of the back/forward cache heard nothing.
  window.localStorage.setItem('fieldbook:log:other-2', JSON.stringify({ ...entry, id: 'other-2', n: 9, value: false }));
  const back = new window.Event('pageshow');
  Object.defineProperty(back, 'persisted', { value: true });
  window.dispatchEvent(back);
  await window.fieldbook.record.saved();
  assert.equal(window.document.querySelector<HTMLInputElement>('[data-item=before-one]')!.checked, false);
  // An error of a later day is no reason to take everything back.
  window.dispatchEvent(new window.ErrorEvent('error', { filename: 'http://fieldbook.test/assets/fieldbook.js?v=1' }));
  assert.equal(live(window), true);
  assert.deepEqual(errors, []);
});

test('a widget that fails stays readable, is reported, and stops no other', async () => {
  const broken = single().replace(/q-single/g, 'q-broken').replace('data-type="single"', 'data-type="unheard-of"');
  const { window, errors } = load(broken + single() + script(main!));
  await loaded(window);
  assert.equal(live(window), true);
  assert.equal(window.document.getElementById('q-broken')!.hasAttribute('data-state'), false);
  assert.equal(window.document.querySelector<HTMLElement>('#q-single .fb-actions')!.hidden, false);
  assert.equal(errors.length, 1);
});

test('the page is not live when our script is missing, whatever else is called fieldbook', async () => {
  const { window } = load('<h2 id="fieldbook"></h2>');
  assert.equal(live(window), true);
  await loaded(window);
  assert.equal(live(window), false);
});

test('the page is not live as soon as our script fails to load or throws at its start', () => {
  const one = load('<script type="none" src="../assets/fieldbook.js?v=1"></script><script type="none" src="other.js"></script>').window;
  const [ours, other] = one.document.querySelectorAll('body script');
  other!.dispatchEvent(new one.Event('error'));
  assert.equal(live(one), true);
  ours!.dispatchEvent(new one.Event('error'));
  assert.equal(live(one), false);
  const two = load('').window;
  two.dispatchEvent(new two.ErrorEvent('error', { filename: 'http://fieldbook.test/assets/other.js' }));
  assert.equal(live(two), true);
  two.dispatchEvent(new two.ErrorEvent('error', { filename: 'http://fieldbook.test/assets/fieldbook.js?v=1' }));
  assert.equal(live(two), false);
});

test('from disk, links to folders lead to their page, keeping what follows; others are left alone', async () => {
  const hrefs = ['../b/', '../b/?q=1#h', '.', '..', 'page.html', '#here', 'http://fieldbook.test/x/', 'mailto:a@b/', 'file:///x/', 'http://['];
  const body = hrefs.map((href) => `<a href="${href}"></a>`).join('') + '<svg><a href="../s/"></a></svg>';
  const wanted = [
    'file:///site/b/index.html',
    'file:///site/b/index.html?q=1#h',
    'file:///site/a/index.html',
    'file:///site/index.html',
    ...hrefs.slice(4, 8),
    'file:///x/index.html',
    'http://[',
    'file:///site/s/index.html',
  ];
  const links = (window: Live): (string | null)[] => [...window.document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  const disk = load(body, { url: 'file:///site/a/index.html', scope: '..' }).window;
  await loaded(disk);
  assert.deepEqual(links(disk), wanted);
  disk.document.body.insertAdjacentHTML('beforeend', '<p><a href="later/"></a></p>');
  await new Promise((done) => setImmediate(done));
  assert.equal(links(disk).at(-1), 'file:///site/a/later/index.html');
  const served = load(body).window;
  await loaded(served);
  assert.deepEqual(links(served), [...hrefs, '../s/']);
});

test('/go/ keeps the query and the hash of the address it was called with', () => {
  for (const [to, here, there] of [
    ['../../rules/rule-08/#limits', 'http://x/a/go/rule-08.limits/', 'http://x/a/rules/rule-08/#limits'],
    ['../../rules/rule-08/#limits', 'http://x/a/go/rule-08.limits/?from=wiki#how', 'http://x/a/rules/rule-08/?from=wiki#how'],
    ['../../rules/rule-08/', 'file:///s/go/rule-08/index.html?x#y', 'file:///s/rules/rule-08/index.html?x#y'],
    ['../../rules/rule-08/#limits', 'file:///s/go/r/index.html', 'file:///s/rules/rule-08/index.html#limits'],
    ['../../rules/rule-08.html', 'file:///s/go/r/index.html', 'file:///s/rules/rule-08.html'],
  ] as const) {
    assert.equal(forward(to, here), there);
  }
});
