// The search dialog: a field, what it found, and a word about how much that is. Touches its own element
// only, and the focus, which it gives back. What was typed and what was found goes in as text, never as HTML.
import { make } from '../page/make';
import { say } from '../page/say';
import type { FindWords } from '../words/find';
import type { Piece, Scan } from './scan';

export interface FindDialog {
  /** `back` takes the focus at the end, unless it was somewhere else before. */
  open(back: HTMLElement): void;
}

/** `address` makes a link of a section's address; `load` fetches the texts, once for all openings unless it fails. */
export function findDialog(doc: Document, words: FindWords, load: () => Promise<Scan>, address: (at: string) => string): FindDialog {
  const dialog = make(doc.body, 'dialog', 'fb-find');
  const bar = make(dialog, 'div', 'fb-find-bar');
  const field = make(bar, 'input', '');
  const close = make(bar, 'button', '', words.close);
  const status = make(dialog, 'p', 'fb-find-status');
  const list = make(dialog, 'div', 'fb-find-list');
  make(dialog, 'p', 'fb-find-keys', words.keys);
  let scan: Scan | undefined;
  let options: HTMLAnchorElement[] = [];
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

  function activate(index: number): void {
    active = index;
    for (const option of options) option.setAttribute('aria-selected', String(option === options[active]));
    options[active]?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', options[active]?.id ?? '');
  }

  function write(parent: Element, name: string, pieces: readonly Piece[]): void {
    if (!pieces.length) return;
    const line = make(parent, 'span', name);
    for (const { text, hit } of pieces) line.append(hit ? make(line, 'mark', '', text) : text);
  }

  function search(): void {
    const query = field.value.trim();
    list.textContent = '';
    const { count, best } = query && scan ? scan(query) : { count: 0, best: [] };
    options = best.map(({ at, page, heading, passage }, index) => {
      const option = make(list, 'a', '');
      set(option, { id: `fb-found-${index}`, role: 'option', tabindex: '-1', href: address(at) });
      const name = make(option, 'span', 'fb-find-name');
      write(name, 'fb-find-page', page);
      // For ears: else two names run into one.
      name.append(' ');
      write(name, 'fb-find-heading', heading);
      option.append(' ');
      write(option, 'fb-find-passage', passage);
      return option;
    });
    list.hidden = !count;
    list.scrollTop = 0;
    field.setAttribute('aria-expanded', String(count > 0));
    activate(count ? 0 : -1);
    say(
      status,
      !query ? words.hint : !scan ? words.loading : count ? words.found(count, best.length) : words.nothing(query.slice(0, 40)),
    );
  }

  function show(): void {
    if (!composing) search();
    if (scan || loading) return;
    loading = true;
    say(status, words.loading);
    load()
      .then(
        (loaded) => {
          scan = loaded;
          if (!composing) search();
        },
        () => say(status, words.failed),
      )
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
    else if (event.key === 'Tab' && !dialog.showModal) (event.target === field ? close : field).focus();
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
    const link = (event.target as Element).closest('a');
    // Beside the dialog, or away: a link to this very page loads nothing anew.
    if (event.target === dialog || (link && !event.ctrlKey && !event.metaKey && !event.shiftKey)) shut();
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
      field.focus();
      field.select();
      show();
    },
  };
}
