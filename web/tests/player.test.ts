// Questions as a learner meets them: marking, feedback, announcements, focus, and coming back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { play } from '../player/frame';
import { normalise } from '../player/marking';
import { textOf } from '../page/make';
import { blank, match, multiple, openPage, order, recordOn, single, type Page } from './page';

function start(html: string, record = recordOn(), lang = 'zh-Hans'): Page & { root: HTMLElement; check: HTMLElement; retry: HTMLElement } {
  const page = openPage(html, record, lang);
  const root = page.find('[data-question]');
  play(root, record, page.words);
  return { ...page, root, check: page.find('[data-action=check]'), retry: page.find('[data-action=retry]') };
}

const all = { single, multiple, blank, order, match };
type Type = keyof typeof all;

/** Answers as a learner would, right or wrong. */
const give: { [type in Type]: (page: Page, right: boolean) => void } = {
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

for (const type of Object.keys(all) as Type[]) {
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
      assert.ok(page.find('fieldset').contains(page.doc.activeElement));
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

test('single: every feedback shows; the choice and the key are named in words', () => {
  const page = start(single());
  give.single(page, false);
  page.check.click();
  assert.ok([...page.doc.querySelectorAll<HTMLElement>('.fb-why')].every((why) => !why.hidden));
  assert.deepEqual([...page.doc.querySelectorAll('label')].map(textOf), ['A 选项a 你的选择', 'B 选项b', 'C 选项c 正确答案', 'D 选项d']);
  assert.deepEqual([...page.doc.querySelectorAll<HTMLElement>('.fb-option')].map((o) => o.dataset.mark), ['wrong', undefined, 'missed', undefined]);
  assert.equal(page.say(), '还不对。 为什么a。正确答案：C。因为如此。');
});

test('single: an explanation that is the key’s feedback is read out once', () => {
  const page = start(single().replace('因为如此。', '为什么c。'));
  give.single(page, true);
  page.check.click();
  assert.equal(page.say(), '答对了。 为什么c。');
});

test('multiple: a right answer is told why, option by option; a wrong one, where it went astray', () => {
  const page = start(multiple());
  give.multiple(page, true);
  page.check.click();
  assert.equal(page.say(), '答对了。 为什么b。为什么d。因为如此。');
  page.retry.click();
  give.multiple(page, false);
  page.check.click();
  assert.equal(page.say(), '还不对。2个正确选项选中了1个，另有1个不该选。 为什么a。为什么d。正确答案：B、D。因为如此。');
});

test('multiple: too few and too many are wrong, and the status counts', () => {
  for (const [chosen, said] of [
    ['b', '2个正确选项选中了1个。'],
    ['bda', '2个正确选项选中了2个，另有1个不该选。'],
    ['ac', '2个正确选项选中了0个，另有2个不该选。'],
  ] as const) {
    const page = start(multiple());
    for (const id of chosen) page.find(`[value=${id}]`).click();
    page.check.click();
    assert.equal(page.root.dataset.state, 'wrong');
    assert.ok(page.say().includes(said), page.say());
  }
});

test('multiple: what is recorded does not depend on the order the options are shown in', () => {
  const page = start(multiple().replace('value="a"', 'value="z"'));
  for (const id of 'zb') page.find(`[value=${id}]`).click();
  page.check.click();
  assert.deepEqual(page.record.last('answer', 'q-multiple')!.value, ['b', 'z']);
});

test('what the browser brings back in a field after a reload is not an answer', () => {
  const page = start(single().replace('value="a"', 'value="a" checked'));
  page.check.click();
  assert.equal(page.say(), '请先作答。');
});

test('blank: width, case and blanks do not count; anything else does', () => {
  const page = start(blank());
  for (const [typed, right] of [
    ['答复', true],
    ['　答复\n', true],
    ['KA  plan', true],
    ['ＫＡ Ｐｌａｎ', true],
    ['STRASSE', true],
    ['Straẞe', true],
    ['答 复', false],
    ['答复。', false],
    ['KAplan', false],
  ] as const) {
    page.retry.click();
    page.find<HTMLInputElement>('input').value = typed;
    page.check.click();
    assert.equal(page.root.dataset.state, right ? 'right' : 'wrong', typed);
  }
});

test('blank: comparing is stable, whatever is typed', () => {
  const character = fc.integer({ min: 9, max: 0xffef }).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.string({ unit: character }), (text) => normalise(normalise(text)) === normalise(text)));
});

test('blank: blanks alone are no answer, and what is typed never becomes HTML', () => {
  const page = start(blank());
  const input = page.find<HTMLInputElement>('input');
  input.value = ' 　 ';
  page.check.click();
  assert.equal(page.root.dataset.state, 'open');
  const typed = '<img src=x onerror=alert(1)>' + 'x'.repeat(300);
  input.value = typed;
  page.check.click();
  page.frame();
  assert.equal((page.record.last('answer', 'q-blank')!.value as string).length, 200);
  const again = start(blank(), page.record);
  again.frame();
  assert.equal(page.doc.querySelector('img') ?? again.doc.querySelector('img'), null);
  assert.ok(page.say().includes('参考答案：答复。'));
});

test('blank: an answer that was right in one language stays right in the other', () => {
  const record = recordOn();
  record.add({ kind: 'answer', item: 'q-blank', value: 'answer', ok: true });
  const page = start(blank(), record);
  assert.equal(page.root.dataset.state, 'right');
  assert.deepEqual([...page.root.querySelectorAll('.fb-badge')].map(textOf), ['对']);
});

test('order: buttons move a step, say where it is, keep the focus, and stop at the ends', () => {
  const page = start(order());
  const steps = (): string[] => [...page.doc.querySelectorAll<HTMLElement>('[data-step]')].map((item) => item.dataset.step!);
  const up = page.find('[data-step=tell] [data-move=up]');
  assert.equal(up.getAttribute('aria-label'), '上移：步骤tell');
  up.focus();
  up.click();
  assert.deepEqual(steps(), ['tell', 'offer', 'prevent', 'own']);
  assert.equal(page.doc.activeElement, up);
  assert.equal(page.say(), '步骤tell，第1位，共4位');
  assert.equal(up.getAttribute('aria-disabled'), 'true');
  assert.equal(page.find('[data-step=offer] [data-move=up]').getAttribute('aria-disabled'), 'false');
  up.click();
  assert.deepEqual(steps(), ['tell', 'offer', 'prevent', 'own']);
  page.find('[data-step=own] [data-move=down]').click();
  assert.deepEqual(steps(), ['tell', 'offer', 'prevent', 'own']);
  page.find('[data-step=tell] [data-move=down]').click();
  assert.deepEqual(steps(), ['offer', 'tell', 'prevent', 'own']);
  assert.equal(page.say(), '步骤tell，第2位，共4位');
});

test('order: each step gets a word, and the status counts', () => {
  const page = start(order());
  give.order(page, false);
  page.check.click();
  assert.ok(page.say().includes('4步中有1步在对的位置。'));
  assert.deepEqual([...page.doc.querySelectorAll('li .fb-badge')].map(textOf), ['对', '不对', '不对', '不对']);
  assert.ok([...page.doc.querySelectorAll<HTMLElement>('.fb-moves')].every((moves) => moves.hidden));
});

test('match: a row without a choice is no answer; a wrong row names the right choice', () => {
  const page = start(match());
  page.find<HTMLSelectElement>('[data-pair=hotline]').value = 'hotline';
  page.check.click();
  assert.equal(page.say(), '请先作答。');
  give.match(page, false);
  page.check.click();
  assert.ok(page.say().includes('3组中有2组配对正确。'));
  assert.deepEqual([...page.doc.querySelectorAll('.fb-pair .fb-badge')].map(textOf), ['对', '不对，应选：A 接住', '对']);
});

test('match: signs in a text stay signs', () => {
  const page = start(match().replaceAll('A　接住', '&lt;i&gt;接住&lt;/i&gt;'));
  give.match(page, false);
  page.check.click();
  assert.equal(textOf(page.doc.querySelectorAll('.fb-pair .fb-badge')[1]!), '不对，应选：<i>接住</i>');
  assert.equal(page.doc.querySelector('i'), null);
});

test('match: an answer stays with its words when the bank lists the pairs in another order', () => {
  const record = recordOn();
  // two pairs share a right side; the choice was named after the first of them
  const before = start(match(), record);
  give.match(before, true);
  before.check.click();
  const given = record.entries()[0]!.value as { [pair: string]: string };
  const shared = Object.entries(given).filter(([pair, id]) => Object.entries(given).some(([other, same]) => other !== pair && same === id));
  assert.equal(shared.length, 2, 'the example has a shared right side');
  const old = shared[0]![1];
  const now = shared.find(([pair]) => pair !== old)![0];
  const after = start(match().replaceAll(`data-key="${old}"`, `data-key="${now}"`).replaceAll(`value="${old}"`, `value="${now}"`), record);
  assert.equal(after.root.dataset.state, 'right');
  assert.deepEqual([...after.doc.querySelectorAll('.fb-pair .fb-badge')].map(textOf), ['对', '对', '对']);
});

test('Enter in an input marks; Enter that ends a composition, or is held, does not', () => {
  for (const html of [blank(), single(), multiple()]) {
    const page = start(html);
    const input = page.find<HTMLInputElement>('input');
    if (input.type === 'text') input.value = '答复';
    else input.click();
    page.press(input, 'Enter', { isComposing: true });
    page.press(input, 'Enter', { keyCode: 229 });
    page.press(input, 'Enter', { repeat: true });
    page.press(input, 'a');
    assert.equal(page.root.dataset.state, 'open');
    assert.equal(page.press(input, 'Enter'), false);
    assert.notEqual(page.root.dataset.state, 'open');
    assert.equal(page.press(page.retry, 'Enter', { repeat: true }), false);
    assert.equal(page.press(page.retry, 'Enter'), true);
    assert.equal(page.record.entries().length, 1);
  }
});

test('submitting the form never marks and never leaves the page', () => {
  const page = start(single());
  give.single(page, true);
  const event = new page.window.Event('submit', { bubbles: true, cancelable: true });
  page.find('form').dispatchEvent(event);
  assert.equal(event.defaultPrevented, true);
  assert.equal(page.root.dataset.state, 'open');
});

test('an answer to an older version of the question leaves it open; a newer one counts', () => {
  const record = recordOn();
  record.add({ kind: 'answer', item: 'q-single', v: 1, value: 'c', ok: true });
  assert.equal(start(single(2), record).root.dataset.state, 'open');
  record.add({ kind: 'answer', item: 'q-single', v: 2, value: 'c', ok: true });
  assert.equal(start(single(2), record).root.dataset.state, 'right');
  assert.equal(start(single(1), record).root.dataset.state, 'right');
});

test('an answer given in another tab does not disturb the question that is open here', () => {
  const page = start(single());
  page.find<HTMLInputElement>('[value=a]').click();
  page.record.add({ kind: 'answer', item: 'q-single', value: 'c', ok: true });
  assert.equal(page.root.dataset.state, 'open');
  assert.equal(page.find<HTMLInputElement>('[value=a]').checked, true);
});

test('marking and clearing at once leaves no stale words', () => {
  const page = start(single());
  give.single(page, true);
  page.check.click();
  page.retry.click();
  assert.equal(page.say(), '');
});
