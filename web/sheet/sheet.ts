// The sheets to print, loaded when one is asked for: the learner's (questions with room to answer) and the
// facilitator's (with answers and feedback). A sheet stands in the page while it is printed, and no longer.
// Touches its own sheet only; never the record or a live question.
import { make } from '../page/make';
import { printAlone } from '../page/print';
import type { SheetWords } from '../words/sheet';

export type Sheet = (kind: string, fresh: HTMLElement, doc: Document) => void;

/** `fresh`: the questions as the build wrote them, so that nobody's answers get onto a sheet. */
export const sheetIn = (words: SheetWords, qr: (doc: Document) => Element): Sheet => (kind, fresh, doc) => {
  const made = kind === 'learner' ? learner(fresh, doc, words) : facilitator(fresh, doc, words);
  made.prepend(qr(doc));
  doc.querySelector('[data-set]')!.parentElement!.append(made);
  printAlone(made, () => made.remove());
};

function blankSheet(fresh: HTMLElement, doc: Document, kind: string, words: SheetWords): HTMLElement {
  const sheet = doc.createElement('section');
  sheet.className = 'fb-sheet';
  sheet.id = `fb-sheet-${kind}`;
  // the name alone, without its link mark
  make(sheet, 'h1', '', doc.querySelector('h1')?.firstChild?.textContent ?? '');
  make(sheet, 'p', 'fb-sheet-line', kind === 'learner' ? words.nameAndDate : words.forFacilitators);
  const copy = fresh.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('.fb-noscript, .fb-actions, .fb-status, .fb-see')) part.remove();
  for (const question of copy.querySelectorAll<HTMLElement>('[data-question]')) {
    // the live questions keep their ids and names to themselves
    question.removeAttribute('id');
    delete question.dataset.state;
    for (const input of question.querySelectorAll<HTMLInputElement>('[name]')) input.removeAttribute('name');
  }
  sheet.append(...copy.children);
  return sheet;
}

function learner(fresh: HTMLElement, doc: Document, words: SheetWords): HTMLElement {
  const sheet = blankSheet(fresh, doc, 'learner', words);
  for (const part of sheet.querySelectorAll('.fb-why, .fb-explain')) part.remove();
  return sheet;
}

function facilitator(fresh: HTMLElement, doc: Document, words: SheetWords): HTMLElement {
  const sheet = blankSheet(fresh, doc, 'facilitator', words);
  for (const why of sheet.querySelectorAll<HTMLElement>('.fb-why')) why.hidden = false;
  for (const key of sheet.querySelectorAll<HTMLInputElement>('[data-correct]')) {
    key.setAttribute('checked', '');
    make(key.closest('.fb-option')!.querySelector('label')!, 'span', 'fb-badge', words.rightAnswer);
  }
  for (const details of sheet.querySelectorAll('details')) {
    const explained = doc.createElement('div');
    explained.className = 'fb-explained';
    // what only repeats the feedback of the options is left out
    const parts = details.querySelectorAll(details.classList.contains('fb-repeat') ? ':scope > .fb-key' : ':scope > :not(summary)');
    explained.append(...parts);
    details.replaceWith(explained);
  }
  return sheet;
}
