// The page of the item analysis: takes files, or the invented class, and shows what the first answers say.
// Touches its own root and the files a trainer gives it. Nothing is kept and nothing is sent; names of files and stored
// values are shown as text.
import { make } from '../page/make';
import { say } from '../page/say';
import type { Outline } from '../progress/outline';
import type { Entry } from '../record/entry';
import type { AnalysisWords } from '../words/analysis';
import { learnersOf, readRecord } from './read';
import { sampleClass } from './sample';
import { analyse, FEW, firstAnswers, isIdle, worstFirst, type Figures, type Group, type Item } from './statistics';

export interface Tools {
  readonly outline: Outline;
  readonly address: (at: string) => string;
  /** Loads the questions, once somebody has given something to read; in the order of the lessons. */
  readonly bank: () => Promise<readonly Item[]>;
  readonly notLoaded: string;
}

/** How many flagged questions stand open. */
const FIRST = 12;
/** From this many learners on, a flag is more than a hint. */
const MANY = 30;

export function analysis(root: HTMLElement, words: AnalysisWords, { outline, address, bank, notLoaded }: Tools): void {
  const pages = new Map(outline.pages.map((page) => [page.id, page]));
  const objectives = new Map(outline.pages.flatMap((page) => page.objectives.map(({ id, text }) => [id, text] as const)));
  let records: (readonly Entry[])[] = [];
  let invented = false;
  // one thing after the other: a button pressed while files are read waits for them
  let queue: Promise<unknown> = Promise.resolve();

  root.textContent = '';
  const input = make(make(root, 'label', 'fb-drop', words.choose), 'input', 'fb-offscreen');
  Object.assign(input, { type: 'file', multiple: true, accept: '.json,application/json' });
  const actions = make(root, 'p', 'fb-actions');
  button(words.sample, async () => {
    forget();
    invented = true;
    const items = await bank();
    records = [...sampleClass(items)];
    show(items);
  });
  const clear = button(words.clear, () => {
    forget();
    say(status, '');
    input.focus();
  });
  const status = region('p', 'fb-status');
  /** A line for each file that cannot be taken as it is. */
  const told = region('div', '');
  const result = make(root, 'div', 'fb-result');
  forget();

  input.addEventListener('change', () => {
    take([...input.files!]);
    // the same file may be chosen again
    input.value = '';
  });
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...event.dataTransfer!.files]);
  });

  function region(tag: 'p' | 'div', className: string): HTMLElement {
    const made = make(root, tag, className);
    made.setAttribute('role', 'status');
    return made;
  }

  function button(text: string, act: () => unknown): HTMLButtonElement {
    const made = make(actions, 'button', '', text);
    made.type = 'button';
    made.addEventListener('click', () => next(act));
    return made;
  }

  function next(act: () => unknown): void {
    queue = queue.then(act).catch((error) => {
      console.error(error);
      say(status, notLoaded);
    });
  }

  function forget(): void {
    records = [];
    invented = false;
    told.textContent = result.textContent = '';
    clear.hidden = true;
  }

  /** What was there stays: a trainer may bring a class in several goes. */
  function take(files: readonly File[]): void {
    if (!files.length) return;
    next(async () => {
      if (invented) forget();
      say(status, words.reading);
      for (const file of files) {
        const { entries, problem, unreadable } = await readRecord(file);
        if (entries.length) records.push(entries);
        if (problem || unreadable) make(told, 'p', 'fb-notice', words.about(file.name, problem ? words[problem] : words.some(unreadable)));
      }
      show(await bank());
    });
  }

  function show(items: readonly Item[]): void {
    const logs = learnersOf(records);
    const found = analyse(logs.map((log) => firstAnswers(log, items)), items);
    const { learners, answers, right, ignored, rewrite } = found;
    const enough = learners >= FEW;
    const worst = worstFirst(found.items);
    const doubled = records.length - logs.length;
    result.textContent = '';
    clear.hidden = false;
    const sentences = [
      invented && words.invented,
      enough ? words.counted(learners, number(answers), share(right, answers), worst.length) : words.learners(learners),
      doubled && words.twice(doubled),
      ignored && words.ignored(ignored),
      !enough && words.few,
    ];
    say(status, sentences.filter(Boolean).join(words.space));
    if (!enough) return;

    if (rewrite) {
      const lead = make(result, 'p', 'fb-lead', words.rewrite);
      section(lead, rewrite.items[0]!);
      lead.append(words.because(rewrite.answers - rewrite.right, rewrite.answers));
    }
    make(result, 'h2', '', words.worst);
    if (learners < MANY) make(result, 'p', '', words.chance);
    if (!worst.length) make(result, 'p', '', words.fine);
    list(result, worst.slice(0, FIRST));
    if (worst.length > FIRST) list(fold(words.rest(worst.length - FIRST)), worst.slice(FIRST));

    make(result, 'h2', '', words.tables);
    const figures = ({ learners, answers, right }: Group): string[] => (learners < FEW ? [words.less, '–', '–'] : [`${learners}`, number(answers), share(right, answers)]);
    const numbers = [words.people, words.answers, words.right];
    const lessons = make(table(words.pages, '', [words.page, ...numbers]), 'tbody', '');
    for (const each of found.pages) {
      const row = make(lessons, 'tr', '');
      link(head(row, 'row'), titleOf(each.id), each.id);
      cells(row, figures(each));
    }
    const aims = table(words.objectives, '', [words.objective, ...numbers]);
    for (const each of found.objectives) {
      const { page } = each.items[0]!;
      link(above(aims, [titleOf(page), ...figures(each)]), objectives.get(each.id) ?? each.id, page);
    }
    const all = table(words.items, words.legend + words.space + words.few, [words.question, words.people, words.right, words.discrimination]);
    for (const each of found.items) {
      const name = above(all, [chosen(each), `${each.answers}`, share(each.right, each.answers), against(each)]);
      if (each.flags.length) name.append('⚑ ');
      question(name, each);
    }
  }

  function list(parent: HTMLElement, figures: readonly Figures[]): void {
    const rows = make(parent, 'ul', 'fb-rows');
    for (const each of figures) {
      const { item, answers, right, flags, options } = each;
      const row = make(rows, 'li', '');
      question(row, each);
      const idle = options.flatMap((option, i) => (isIdle(option, answers) ? letter(i) : []));
      for (const flag of flags) make(row, 'p', '', `⚑ ${flag === 'idle' ? words.idle(idle) : words[flag]}`);
      const small = make(row, 'p', 'fb-small');
      section(small, item);
      small.append(words.figures(answers, share(right, answers), against(each)), chosen(each));
    }
  }

  function fold(title: string): HTMLElement {
    const details = make(result, 'details', 'fb-explain');
    make(details, 'summary', '', title);
    return details;
  }

  /** Closed at first: hundreds of rows. */
  function table(title: string, note: string, heads: readonly string[]): HTMLElement {
    const made = make(fold(title), 'table', '');
    make(made, 'caption', note ? 'fb-small' : 'fb-offscreen', note || title);
    const row = make(make(made, 'thead', ''), 'tr', '');
    for (const text of heads) head(row, 'col').textContent = text;
    return made;
  }

  function link(parent: Element, text: string, page: string, place = ''): void {
    make(parent, 'a', '', text).href = address(`${pages.get(page)?.at}${place && '#'}${place}`);
  }

  /** The question, without the marks of its Markdown, and the way to it. */
  function question(parent: Element, { item: { ask, id, page } }: Figures): void {
    link(parent, ask.replace(/\*\*|`/g, ''), page, id);
  }

  function section(parent: Element, { page, section }: Item): void {
    link(parent, words.place(words.section[section] ?? section, titleOf(page)), page, section);
  }

  function titleOf(page: string): string {
    return pages.get(page)?.title ?? page;
  }
}

function head(row: Element, scope: string): HTMLTableCellElement {
  const made = make(row, 'th', '');
  made.scope = scope;
  return made;
}

/** A long name with its figures under it: on a phone there is no room for both in one row. */
function above(table: Element, figures: readonly string[]): HTMLElement {
  const body = make(table, 'tbody', '');
  const name = head(make(body, 'tr', ''), 'rowgroup');
  name.colSpan = figures.length;
  cells(make(body, 'tr', ''), figures);
  return name;
}

function cells(row: Element, texts: readonly string[]): void {
  for (const text of texts) make(row, 'td', '', text);
}

/** As the question shows them. */
function letter(position: number): string {
  return String.fromCharCode(65 + position);
}

function chosen({ options, answers }: Figures): string {
  return options.map((option, i) => `${letter(i)}${option.key ? '✓' : isIdle(option, answers) ? '?' : ''}\u00a0${option.count}`).join(' ');
}

function against({ discrimination }: Figures): string {
  return discrimination === undefined ? '–' : discrimination.toFixed(2).replace('-', '−');
}

/** The same grouping in both languages, as the pages have it. */
function number(count: number): string {
  return count.toLocaleString('en');
}

function share(part: number, all: number): string {
  return `${Math.round((100 * part) / all)}%`;
}
