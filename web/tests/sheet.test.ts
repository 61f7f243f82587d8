// The print menu: what stands on a learner's sheet and on a facilitator's, whatever was answered in the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play } from '../player/frame';
import { sheets } from '../sheet/menu';
import { sheetIn } from '../sheet/sheet';
import { en } from '../words/sheet';
import { openPage, type Page } from './page';

const html = `<h1>Rule 1</h1>
<details class="fb-sheets" hidden><summary>Print</summary><button data-sheet="page"></button><button data-sheet="learner"></button><button data-sheet="facilitator"></button></details>
<div class="fb-quiz" data-set="rule-01.check"><p class="fb-noscript">no script</p>
<div class="fb-question" id="rule-01-one" data-question="rule-01-one" data-type="single" data-v="1" data-state="open"><form><fieldset><legend>Which?</legend>
<div class="fb-option"><label><input type="radio" name="rule-01-one" value="a"> <span class="fb-letter">A</span> <span class="fb-text">One</span></label><p class="fb-why" hidden>Because not.</p></div>
<div class="fb-option"><label><input type="radio" name="rule-01-one" value="b" data-correct> <span class="fb-letter">B</span> <span class="fb-text">Two</span></label><p class="fb-why" hidden>Because so.</p></div>
</fieldset><p class="fb-actions" hidden><button type="button" data-action="check"></button><button type="button" data-action="retry" hidden></button></p><p class="fb-status" role="status"></p></form>
<p class="fb-see"><a href="#how">See</a></p><details class="fb-explain fb-repeat"><summary>Answer</summary><p class="fb-key">Answer: B</p><p>Because so.</p></details></div>
<div class="fb-question" id="rule-01-two" data-question="rule-01-two" data-type="order" data-v="1" data-state="open"><form><fieldset><legend>Order</legend>
<ol class="fb-steps" data-key="x y z"><li data-step="z"><span class="fb-text">Z</span></li><li data-step="x"><span class="fb-text">X</span></li><li data-step="y"><span class="fb-text">Y</span></li></ol>
</fieldset><p class="fb-actions" hidden><button type="button" data-action="check"></button><button type="button" data-action="retry" hidden></button></p><p class="fb-status" role="status"></p></form>
<details class="fb-explain"><summary>Answer</summary><div class="fb-key"><p>Right order</p></div><p>First things first.</p></details></div></div>`;

async function printed(page: Page, kind: string): Promise<{ sheet: HTMLElement; mark: string | undefined }> {
  let found: { sheet: HTMLElement; mark: string | undefined } | undefined;
  page.window.print = () => {
    found = { sheet: page.find('.fb-sheet').cloneNode(true) as HTMLElement, mark: page.doc.documentElement.dataset.fbPrint };
    assert.ok(page.find('.fb-sheet').classList.contains('fb-print-this'));
    page.window.dispatchEvent(new page.window.Event('afterprint'));
  };
  page.find(`[data-sheet=${kind}]`).click();
  await new Promise((done) => setTimeout(done));
  assert.ok(found, 'it printed');
  return found;
}

function answered(): Page {
  const page = openPage(html, undefined, 'en');
  sheets(page.doc, () => Promise.resolve(), () => sheetIn(en, (doc) => doc.createElement('svg')), () => undefined);
  for (const root of page.doc.querySelectorAll<HTMLElement>('[data-question]')) play(root, page.record, page.words);
  page.find<HTMLInputElement>('#rule-01-one input[value=b]').click();
  page.find('#rule-01-one [data-action=check]').click();
  page.find('#rule-01-two [data-move=down]').click();
  return page;
}

test('the menu shows itself once the script runs', () => {
  assert.equal(answered().find('.fb-sheets').hidden, false);
});

test('the button of a form shows itself and prints the page as it stands, with a code that leads back to it', async () => {
  const page = openPage('<h1>Form</h1><p hidden><button type="button" data-print>Print</button></p><div class="fb-of-form"></div>', undefined, 'en');
  sheets(page.doc, () => Promise.resolve(), () => undefined, () => ({ qr: (doc: Document) => doc.createElement('svg') }) as never);
  let prints = 0;
  page.window.print = () => prints++;
  const button = page.find('[data-print]');
  assert.equal(button.parentElement!.hidden, false);
  button.click();
  button.click();
  await new Promise((done) => setTimeout(done));
  assert.equal(prints, 2);
  assert.equal(page.doc.querySelectorAll('h1 svg').length, 1);
  assert.equal(page.doc.querySelector('.fb-sheet'), null);
});

test('a learner’s sheet has every question and nobody’s answer', async () => {
  const page = answered();
  const { sheet, mark } = await printed(page, 'learner');
  assert.equal(mark, 'fb-sheet-learner');
  assert.match(sheet.textContent!, /Rule 1[^]*Name:[^]*Which\?[^]*Order/);
  assert.doesNotMatch(sheet.textContent!, /Because|Answer:|Right/);
  assert.equal(sheet.querySelectorAll('input:checked, .fb-badge, details').length, 0);
  assert.deepEqual([...sheet.querySelectorAll('[data-step]')].map((step) => step.textContent!.trim()), ['Z', 'X', 'Y']);
});

test('a facilitator’s sheet has the key, all feedback and each explanation once', async () => {
  const { sheet } = await printed(answered(), 'facilitator');
  const text = sheet.textContent!;
  for (const said of ['Because not.', 'Answer: B', 'Right order', 'First things first.']) assert.ok(text.includes(said), said);
  assert.equal(text.split('Because so.').length, 2);
  assert.equal(sheet.querySelectorAll('.fb-why:not([hidden])').length, 2);
  assert.match(sheet.querySelector('[data-correct]')!.closest('.fb-option')!.textContent!, /Right answer/);
});

test('nothing of it stays, and the live questions keep their ids and answers', async () => {
  const page = answered();
  await printed(page, 'facilitator');
  assert.equal(page.doc.querySelector('.fb-sheet'), null);
  assert.equal(page.doc.documentElement.dataset.fbPrint, undefined);
  assert.equal(page.find('#rule-01-one').dataset.state, 'right');
  assert.equal(page.doc.querySelectorAll('#rule-01-one').length, 1);
});

test('when the script of the sheets does not load, the page itself is printed', async () => {
  const page = openPage(html, undefined, 'en');
  sheets(page.doc, () => Promise.reject(new Error('gone')), () => undefined, () => undefined);
  let prints = 0;
  page.window.print = () => prints++;
  page.find('[data-sheet=learner]').click();
  await new Promise((done) => setTimeout(done));
  assert.equal(prints, 1);
});
