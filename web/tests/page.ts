// A page as the build writes it, opened in jsdom, with a record and frames the test turns itself.
import { JSDOM } from 'jsdom';
import type { LearnerRecord } from '../record/record';
import { wordsFor, type Words } from '../words/words';
import { recordOn } from './records';

export { recordOn };

export interface Page {
  doc: Document;
  window: Window & typeof globalThis;
  record: LearnerRecord;
  words: Words;
  /** Runs what waits for the next frame. */
  frame(): void;
  /** Runs what waits for a while. */
  wait(): void;
  find<T extends HTMLElement = HTMLElement>(selector: string): T;
  press(target: Element, key: string, more?: KeyboardEventInit): boolean;
  say(): string;
}

export function openPage(html: string, record: LearnerRecord = recordOn(), lang = 'zh-Hans'): Page {
  const dom = new JSDOM(`<!doctype html><html lang="${lang}"><body><article class="md-content__inner">${html}</article></body></html>`, {
    url: 'http://fieldbook.test/a/rule-08/?x=1#how',
  });
  const window = dom.window as unknown as Window & typeof globalThis;
  const doc = window.document;
  let next = 0;
  const queue = (): { add: (act: () => void) => number; drop: (n: number) => void; run: () => void } => {
    const waiting = new Map<number, () => void>();
    return {
      add: (act) => (waiting.set(++next, act), next),
      drop: (n) => void waiting.delete(n),
      run() {
        const now = [...waiting.values()];
        waiting.clear();
        for (const act of now) act();
      },
    };
  };
  const frames = queue();
  const timers = queue();
  // Node has an event of that name, which is not this page's
  Object.assign(globalThis, { CustomEvent: window.CustomEvent });
  Object.assign(window, {
    requestAnimationFrame: frames.add,
    cancelAnimationFrame: frames.drop,
    setTimeout: timers.add,
    clearTimeout: timers.drop,
  });
  const page: Page = {
    doc,
    window,
    record,
    words: wordsFor(lang),
    frame: frames.run,
    wait: timers.run,
    find: (selector) => {
      const found = doc.querySelector(selector);
      if (!found) throw new Error(`nothing fits ${selector}`);
      return found as never;
    },
    press: (target, key, more = {}) =>
      target.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })),
    say() {
      frames.run();
      return page.find('.fb-status').textContent!;
    },
  };
  return page;
}

function question(type: string, body: string, v = 1): string {
  return `<div class="fb-quiz" data-set="rule-08.check"><p class="fb-noscript">…</p>
<div class="fb-question" id="q-${type}" data-question="q-${type}" data-type="${type}" data-v="${v}" data-state="open">
  <form><fieldset><legend><span class="fb-number">1</span> <span class="fb-ask">问</span></legend>${body}</fieldset>
    <p class="fb-actions" hidden><button type="button" data-action="check">提交答案</button>
      <button type="button" data-action="retry" hidden>再答一次</button></p>
    <p class="fb-status" role="status"></p></form>
  <details class="fb-explain"><summary>答案与解析</summary>${type === 'order' || type === 'match' ? '<div class="fb-key"><p>正确的是：</p><ol><li>…</li></ol></div>' : '<p class="fb-key">答案：…</p>'}
<p>因为如此。</p></details>
</div></div>`;
}

const options = (type: string, key: string): string =>
  ['a', 'b', 'c', 'd']
    .map(
      (id) => `<div class="fb-option"><label><input type="${type}" name="q" value="${id}"${key.includes(id) ? ' data-correct' : ''}>
  <span class="fb-letter">${id.toUpperCase()}</span> <span class="fb-text">选项${id}</span></label><p class="fb-why" hidden>为什么${id}。</p></div>`,
    )
    .join('\n');

export const single = (v = 1): string => question('single', options('radio', 'c'), v);
export const multiple = (): string => question('multiple', options('checkbox', 'bd'));
export const blank = (): string =>
  question('blank', `<p class="fb-blank"><label>你的答案 <input type="text" maxlength="200" data-accept='["答复","KA Plan","straße"]'></label></p>`);
export const order = (): string =>
  question(
    'order',
    `<ol class="fb-steps" data-key="tell own offer prevent">${['offer', 'tell', 'prevent', 'own']
      .map((id) => `<li data-step="${id}"><span class="fb-text">步骤${id}</span></li>`)
      .join('')}</ol>`,
  );
export const match = (): string =>
  question(
    'match',
    ['hotline hotline', 'find-out find-out', 'connect find-out']
      .map((pair) => pair.split(' '))
      .map(
        ([id, key]) => `<div class="fb-pair"><label><span class="fb-text">左${id}</span>
  <select data-pair="${id}" data-key="${key}"><option value="">请选择</option><option value="find-out">A　接住</option><option value="hotline">B　推开</option></select></label></div>`,
      )
      .join('') + '<ol class="fb-choices"><li>接住</li><li>推开</li></ol>',
  );

export const checklist = (): string => `<div class="fb-checklist" id="before" data-checklist="before" role="group" aria-labelledby="before-title">
  <p class="fb-checklist-title" id="before-title">承诺之前</p>
  <ul>${['one', 'two'].map((id) => `<li><label><input type="checkbox" data-item="before-${id}"> <span class="fb-text">事项${id}</span></label></li>`).join('')}</ul>
  <p class="fb-actions" hidden><button type="button" data-action="copy">复制为文字</button>
    <button type="button" data-action="print">打印</button><button type="button" data-action="reset">清空重用</button></p>
  <p class="fb-status" role="status"></p></div>`;
