// A day of the record, shown as a `<time>`. Touches the element it is given only; knows no clock.
import type { Words } from '../words/words';
import { make } from './make';

export function dayText(day: number, words: Words): string {
  const date = new Date(day * 864e5); // a local day number, so its UTC date is the learner's date
  return words.date(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

export function showDay(parent: Element, day: number, words: Words): void {
  const date = make(parent, 'span', 'fb-date', ' ');
  make(date, 'time', '', dayText(day, words)).dateTime = new Date(day * 864e5).toISOString().slice(0, 10);
}
