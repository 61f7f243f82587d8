// Brings a question as the build wrote it: loads the script of its page, and puts the HTML where it is wanted.
// Touches the element it is given. Never shows anything but the build's own HTML.
import type { OutlinePage } from '../progress/outline';

type Loaded = { [question: string]: string };

export interface Questions {
  /** Rejects when the page's questions do not load, or do not hold this one (an older copy from a cache). */
  make(page: OutlinePage, id: string, into: HTMLElement): Promise<HTMLElement>;
}

export function questionsOf(load: (file: string) => Promise<void>, address: (at: string) => string, host: object): Questions {
  const pages = new Map<string, Loaded>();
  (host as { fieldbookQuestions?: (page: string, found: Loaded) => void }).fieldbookQuestions = (page, found) => void pages.set(page, found);
  return {
    async make(page, id, into) {
      await load(`questions/${page.id}.js`);
      const html = pages.get(page.id)?.[id];
      if (!html) throw new Error(id);
      into.insertAdjacentHTML('beforeend', html);
      const root = into.lastElementChild as HTMLElement;
      // links of a question lead to its own page
      for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
        link.setAttribute('href', new URL(link.getAttribute('href')!, address(page.at)).href);
      }
      root.querySelector('.fb-number')?.remove();
      return root;
    },
  };
}
