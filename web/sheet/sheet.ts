// The page's own print menu: the whole page, the learner's sheet (questions with room to answer), the
// facilitator's (with answers and feedback). A sheet is made from the questions as the build wrote them, so
// that nobody's answers get onto it; it stands in the page while it is printed, and no longer. A form has one
// button, which prints the page as it stands.
// Touches the menu, that button and its own sheet; never the record or a live question.
import { make } from '../page/make';
import { printAlone } from '../page/print';
import type { Words } from '../words/words';

/** Call before the questions become live. */
export function sheets(doc: Document, words: Words): void {
  for (const button of doc.querySelectorAll<HTMLElement>('[data-print]')) {
    button.parentElement!.hidden = false;
    button.addEventListener('click', () => doc.defaultView!.print());
  }
  const menu = doc.querySelector<HTMLDetailsElement>('.fb-sheets');
  const quiz = doc.querySelector<HTMLElement>('[data-set]');
  if (!menu || !quiz) return;
  const fresh = quiz.cloneNode(true) as HTMLElement;
  menu.hidden = false;
  for (const button of menu.querySelectorAll<HTMLElement>('[data-sheet]')) {
    button.addEventListener('click', () => {
      const kind = button.dataset.sheet!;
      if (kind === 'page') return doc.defaultView!.print();
      const sheet = kind === 'learner' ? learner(fresh, doc, words) : facilitator(fresh, doc, words);
      quiz.parentElement!.append(sheet);
      printAlone(sheet, () => sheet.remove());
    });
  }
}

function blankSheet(fresh: HTMLElement, doc: Document, kind: string, words: Words): HTMLElement {
  const sheet = doc.createElement('section');
  sheet.className = 'fb-sheet';
  sheet.id = `fb-sheet-${kind}`;
  make(sheet, 'h1', '', doc.querySelector('h1')?.textContent ?? '');
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

function learner(fresh: HTMLElement, doc: Document, words: Words): HTMLElement {
  const sheet = blankSheet(fresh, doc, 'learner', words);
  for (const part of sheet.querySelectorAll('.fb-why, .fb-explain')) part.remove();
  return sheet;
}

function facilitator(fresh: HTMLElement, doc: Document, words: Words): HTMLElement {
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
