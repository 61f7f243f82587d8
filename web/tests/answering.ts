// What every type of question does, and how a learner answers it: for the tests of each type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../page/make';
import { play } from '../player/frame';
import { blank, match, multiple, openPage, order, recordOn, single, type Page } from './page';

export function start(html: string, record = recordOn(), lang = 'zh-Hans'): Page & { root: HTMLElement; check: HTMLElement; retry: HTMLElement } {
  const page = openPage(html, record, lang);
  const root = page.find('[data-question]');
  play(root, record, page.words);
  return { ...page, root, check: page.find('[data-action=check]'), retry: page.find('[data-action=retry]') };
}

const all = { single, multiple, blank, order, match };
type Type = keyof typeof all;

/** Answers as a learner would, right or wrong. */
export const give: { [type in Type]: (page: Page, right: boolean) => void } = {
  single: (page, right) => page.find(`[value=${right ? 'c' : 'a'}]`).click(),
  multiple: (page, right) => (right ? ['b', 'd'] : ['a', 'b']).forEach((id) => page.find(`[value=${id}]`).click()),
  blank: (page, right) => void (page.find<HTMLInputElement>('input').value = right ? ' ｋａ　 PLAN ' : '下次'),
  order: (page, right) => {
    const up = (step: string): void => page.find(`[data-step=${step}] [data-move=up]`).click();
    up('tell');
    if (right) for (const step of ['own', 'own']) up(step);
  },
  match: (page, right) => {
    const choose = (pair: string, value: string): void => void (page.find<HTMLSelectElement>(`[data-pair=${pair}]`).value = value);
    choose('hotline', 'hotline');
    choose('find-out', right ? 'find-out' : 'hotline');
    choose('connect', 'find-out');
  },
};
const values: { [type in Type]: [right: unknown, wrong: unknown] } = {
  single: ['c', 'a'],
  multiple: [
    ['b', 'd'],
    ['a', 'b'],
  ],
  blank: ['ｋａ　 PLAN', '下次'],
  order: [
    ['tell', 'own', 'offer', 'prevent'],
    ['tell', 'offer', 'prevent', 'own'],
  ],
  match: [
    { hotline: 'hotline', 'find-out': 'find-out', connect: 'find-out' },
    { hotline: 'hotline', 'find-out': 'hotline', connect: 'find-out' },
  ],
};

/** A question with a recorded answer that does not fit it: it stays open, and nothing in it is chosen. */
export function staysOpen(html: string, value: unknown): void {
  const atFirst = start(html).root.innerHTML;
  const record = recordOn();
  record.add({ kind: 'answer', item: start(html).root.id, value: value as never, ok: true });
  const page = start(html, record);
  assert.equal(page.root.dataset.state, 'open', JSON.stringify(value));
  assert.equal(page.root.innerHTML, atFirst, JSON.stringify(value));
  page.check.click();
  assert.equal(page.say(), '请先作答。', JSON.stringify(value));
}

/** Declares the tests that each type of question has to pass. */
export function everyType(type: Type): void {
  for (const right of [true, false]) {
    test(`${type}: a ${right ? 'right' : 'wrong'} answer is marked, recorded, explained, and can be given again`, () => {
      const page = start(all[type](), recordOn());
      const { root, check, retry, record } = page;
      assert.equal(page.find('.fb-actions').hidden, false);
      assert.equal(page.find('.fb-status').textContent, '');
      const atFirst = root.innerHTML;
      give[type](page, right);
      check.click();
      assert.equal(root.dataset.state, right ? 'right' : 'wrong');
      assert.equal(check.hidden, true);
      assert.equal(retry.hidden, false);
      assert.equal(page.doc.activeElement, retry);
      assert.equal(page.find<HTMLDetailsElement>('details').open, true);
      assert.equal(page.find('fieldset').matches(':disabled'), true);
      const said = page.say();
      assert.ok(said.startsWith(right ? '答对了。' : '还不对。'), said);
      assert.ok(said.endsWith('因为如此。'), said);
      assert.ok(!said.includes('…'), said);
      assert.ok(!said.includes('正确的是'), said);
      const answer = record.last('answer', `q-${type}`)!;
      assert.deepEqual(answer.value, values[type][right ? 0 : 1]);
      assert.equal(answer.ok, right);
      assert.equal(answer.v, 1);

      retry.click();
      page.frame();
      assert.equal(root.dataset.state, 'open');
      assert.equal(root.innerHTML, atFirst);
      // the first step can only go down
      assert.equal(page.doc.activeElement, page.find('fieldset').querySelector('input, select, [data-move=down]'), 'where one begins');
      assert.equal(page.find('.fb-status').textContent, '');
      check.click();
      assert.equal(page.say(), '请先作答。');
    });

    test(`${type}: a ${right ? 'right' : 'wrong'} answer stands there again on the next visit, silently`, () => {
      const first = start(all[type]());
      give[type](first, right);
      first.check.click();
      const second = start(all[type](), first.record);
      assert.equal(second.root.dataset.state, right ? 'right' : 'wrong');
      assert.equal(second.say(), '');
      assert.equal(second.doc.activeElement, second.doc.body);
      assert.equal(second.retry.hidden, false);
      assert.equal(textOf(second.find('.fb-last')), `上次作答（2025年7月4日）：${right ? '正确' : '不正确'}`);
      assert.deepEqual(
        [...second.root.querySelectorAll('fieldset .fb-badge')].map(textOf),
        [...first.root.querySelectorAll('fieldset .fb-badge')].map(textOf),
      );
      assert.equal(second.record.entries().length, 1);
      second.retry.click();
      assert.equal(second.root.querySelector('.fb-last'), null);
      give[type](second, right);
      second.check.click();
      assert.deepEqual(second.record.last('answer', `q-${type}`)!.value, values[type][right ? 0 : 1]);
    });
  }

  test(`${type}: nothing answered is no answer`, () => {
    const page = start(all[type](), recordOn(), 'en');
    page.check.click();
    assert.equal(page.say(), 'Please answer first.');
    assert.equal(page.root.dataset.state, 'open');
    assert.equal(page.record.entries().length, 0);
    page.find('fieldset').dispatchEvent(new page.window.Event('input', { bubbles: true }));
    assert.equal(page.say(), '');
  });

  test(`${type}: a recorded answer that no longer fits leaves the question open`, () => {
    const record = recordOn();
    const values = [' ', ['gone'], ['a', 'gone'], ['tell'], { hotline: 'gone' }, ['tell', 'tell', 'own', 'offer'], { hotline: 'hotline' }, []];
    values.forEach((value, i) => record.add({ kind: 'answer', item: `q-${i}`, value, ok: true }));
    const page = openPage(values.map((_, i) => all[type]().replaceAll(`q-${type}`, `q-${i}`)).join(''), record);
    for (const root of page.doc.querySelectorAll<HTMLElement>('[data-question]')) {
      play(root, record, page.words);
      assert.equal(root.dataset.state, 'open');
      root.querySelector<HTMLElement>('[data-action=check]')!.click();
      page.frame();
      assert.equal(textOf(root.querySelector('.fb-status')), '请先作答。');
    }
  });
}
