// In the head of a page made for a frame: its language and colours by parameter; then its height for the parent,
// and a word where the record may be another than the site's. Touches the address, <html>'s colours and that word.
import { onDisk } from '../head/address';
import { apart } from './around';

const { id, other } = document.currentScript!.dataset as { id: string; other: string };
const html = document.documentElement;
const asked = new URLSearchParams(location.search);

/** Only these four words are taken from the address. */
const one = (name: string, a: string, b: string): string | undefined => [a, b].find((word) => word === asked.get(name));

const language = one('lang', 'zh', 'en');
if (language && !html.lang.startsWith(language)) {
  const there = new URL(other, document.baseURI);
  there.search = location.search;
  location.replace(onDisk(there) ?? there.href);
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const theme = one('theme', 'light', 'dark') ?? (dark.matches ? 'dark' : 'light');
if (theme === 'dark') html.dataset.mdColorScheme = 'slate';


addEventListener('DOMContentLoaded', () => {
  if (parent === window) return;
  if (apart()) document.querySelector<HTMLElement>('[data-separate]')!.hidden = false;
  // Whoever frames us may read it; nothing in it is secret, and a sandboxed frame knows no origin to name.
  const tell = (): void => parent.postMessage({ type: 'fieldbook-height', id, height: Math.ceil(html.getBoundingClientRect().height) }, '*');
  new ResizeObserver(tell).observe(html);
});
