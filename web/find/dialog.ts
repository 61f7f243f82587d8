// The search dialog: a field, what it found, and a word about how much that is. Touches its own element
// only, and the focus, which it gives back. What was typed and what was found goes in as text, never as HTML.
import { make } from '../page/make';
import { say } from '../page/say';
import type { FindWords } from '../words/find';
import { passage, pieces, type Piece } from './passage';
import type { Recent } from './recent';
import type { Scan } from './scan';

export interface FindDialog {
  /** `back` takes the focus at the end, unless it was somewhere else before. */
  open(back: HTMLElement): void;
}

export interface FindParts {
  /** Gives what answers from titles and headings, then what answers from the texts too; once for all openings unless it fails. */
  load(ready: (scan: Scan, whole: boolean) => void): Promise<void>;
  /** A link of a section's address. */
  address(at: string): string;
  recent: Recent;
}

export function findDialog(doc: Document, words: FindWords, { load, address, recent }: FindParts): FindDialog {
  const dialog = make(doc.body, 'dialog', 'fb-find');
  const bar = make(dialog, 'div', 'fb-find-bar');
  const field = make(bar, 'input', '');
  const close = make(bar, 'button', '', words.close);
  const status = make(dialog, 'p', 'fb-find-status');
  const list = make(dialog, 'div', 'fb-find-list');
  const foot = make(dialog, 'p', 'fb-find-foot');
  make(foot, 'span', 'fb-find-keys', words.keys);
  const there = doc.querySelector<HTMLAnchorElement>('.fb-language');
  const other = there && make(foot, 'a', '', words.other);
  let scan: Scan | undefined;
  let whole = false;
  let options: HTMLElement[] = [];
  let active = -1;
  let composing = false;
  let loading = false;
  let before: HTMLElement | undefined;

  const set = (element: Element, attributes: Record<string, string>): void => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  // Said as well as meant: older browsers know no <dialog>.
  set(dialog, { role: 'dialog', 'aria-modal': 'true', 'aria-label': words.search });
  set(field, {
    type: 'text', // not `search`, which takes the first Esc for itself
    role: 'combobox',
    enterkeyhint: 'search',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: words.search,
    'aria-label': words.search,
    'aria-autocomplete': 'list',
    'aria-controls': 'fb-find-list',
    'aria-expanded': 'false',
  });
  close.type = 'button';
  set(status, { role: 'status' });
  set(list, { id: 'fb-find-list', role: 'listbox', 'aria-label': words.results });
  list.hidden = true;

  function shut(): void {
    if (dialog.close) dialog.close();
    else dialog.removeAttribute('open');
    before?.focus();
    before = undefined;
  }

  function mark(index: number): void {
    active = index;
    for (const option of options) option.setAttribute('aria-selected', String(option === options[active]));
    field.setAttribute('aria-activedescendant', options[active]?.id ?? '');
  }

  function activate(index: number): void {
    mark(index);
    if (index) options[active]?.scrollIntoView({ block: 'nearest' });
    else list.scrollTop = 0;
  }

  function write(parent: Element, name: string, pieces: readonly Piece[]): void {
    if (!pieces.length) return;
    const line = make(parent, 'span', name);
    for (const { text, hit } of pieces) line.append(hit ? make(line, 'mark', '', text) : text);
  }

  function option(parent: Element, name: string, href?: string): HTMLElement {
    const made = make(parent, href ? 'a' : 'div', name);
    set(made, { id: `fb-found-${options.length}`, role: 'option', tabindex: '-1', ...(href && { href }) });
    options.push(made);
    return made;
  }

  function listRecent(): void {
    const asked = recent.all();
    if (asked.length) make(list, 'p', 'fb-find-of', words.recent);
    for (const query of asked) {
      option(list, 'fb-find-recent').append(query);
    }
  }

  function search(): void {
    const query = field.value.trim();
    // before it is filled: afterwards it would have to be laid out for it, at once
    list.scrollTop = 0;
    list.textContent = '';
    options = [];
    const { count, best, marks, instead } = query && scan ? scan(query) : { count: 0, best: [], marks: [], instead: [] };
    if (!query) listRecent();
    for (const { title, module, kind, sections } of best) {
      const group = make(list, 'div', 'fb-find-group');
      set(group, { role: 'group', 'aria-label': title });
      for (const [index, { at, heading, kind: of, text }] of sections.entries()) {
        const link = option(group, '', address(at));
        if (!index) {
          write(link, 'fb-find-page', pieces(title, marks));
          // For ears: else two names run into one.
          link.append(' ');
          make(link, 'span', 'fb-find-of', [...new Set([module !== title && module, words.kinds[kind as 'lesson']])].filter(Boolean).join(words.between));
          link.append(' ');
        }
        write(link, 'fb-find-heading', pieces(heading, marks));
        if (of) make(link, 'span', 'fb-find-of', words.kinds[of as 'term']);
        link.append(' ');
        write(link, 'fb-find-passage', passage(text, marks));
      }
    }
    list.hidden = !options.length;
    field.setAttribute('aria-expanded', String(options.length > 0));
    mark(count ? 0 : -1);
    if (other) {
      other.hidden = !query;
      other.href = `${there.href.replace(/#.*/, '')}#find=${encodeURIComponent(query)}`;
    }
    const found = count ? words.found(count, best.length) : words.nothing(query.slice(0, 40));
    say(
      status,
      !query ? words.hint : !scan || (!count && !whole) ? words.loading : count && instead.length ? words.instead(instead, found) : found,
    );
  }

  function show(): void {
    if (!composing) search();
    if (whole || loading) return;
    loading = true;
    if (!scan) say(status, words.loading);
    load((loaded, all) => {
      scan = loaded;
      whole = all;
      if (composing) return;
      // what has been chosen already, a result or a query of last time, stays where it is until the next letter
      if (active < (field.value ? 1 : 0)) search();
      else if (!field.value) say(status, words.hint);
    })
      .catch(() => say(status, words.failed))
      .then(() => (loading = false));
  }

  dialog.addEventListener('keydown', (event) => {
    // Keys that belong to an input method; Safari says so by the number only.
    if (event.isComposing || event.keyCode === 229) return;
    const last = options.length - 1;
    const to: Record<string, number> = {
      ArrowDown: active < last ? active + 1 : 0,
      ArrowUp: active > 0 ? active - 1 : last,
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') shut();
    else if (event.key === 'Enter' && event.target === field) options[active]?.dispatchEvent(new (doc.defaultView!.MouseEvent)('click', event)); // with its Ctrl, ⌘ and Shift
    else if (event.key === 'Tab' && !dialog.showModal) (event.target === field ? close : other && !other.hidden && event.target === close ? other : field).focus();
    else if (event.key in to && last >= 0 && event.target === field && !event.shiftKey) activate(to[event.key]!);
    else return;
    event.preventDefault();
  });
  // The way back of a phone; Esc in an input method belongs to that.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (!composing) shut();
  });
  dialog.addEventListener('click', (event) => {
    const chosen = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (chosen && !chosen.hasAttribute('href')) {
      field.value = chosen.textContent!;
      field.focus();
      show();
      return;
    }
    if (chosen) recent.add(field.value.trim());
    // Beside the dialog, or away: a link to this very page loads nothing anew.
    if (event.target === dialog || (chosen && !event.ctrlKey && !event.metaKey && !event.shiftKey)) shut();
  });
  close.addEventListener('click', shut);
  field.addEventListener('compositionstart', () => (composing = true));
  field.addEventListener('compositionend', () => {
    composing = false;
    show();
  });
  field.addEventListener('input', () => composing || show());

  return {
    open(back) {
      if (!dialog.hasAttribute('open')) {
        const focused = doc.activeElement as HTMLElement | null;
        before = focused && focused !== doc.body ? focused : back;
        if (dialog.showModal) dialog.showModal();
        else dialog.setAttribute('open', '');
      }
      const [, asked] = /^#find=(.*)/.exec(doc.location.hash) ?? [];
      if (asked) {
        try {
          field.value = decodeURIComponent(asked);
        } catch {
          // not written by us: as it stands
          field.value = asked;
        }
        doc.defaultView!.history.replaceState(null, '', '#');
      }
      field.focus();
      field.select();
      show();
    },
  };
}
