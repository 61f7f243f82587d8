// First thing in the body: the colours chosen before, so that the page does not flash in others.
// Does what Material does inline (CSP). Touches the body's data-md-color-* attributes only.

type Colour = { [name: string]: string };
declare const __md_get: (key: string) => { color?: Colour } | null;

const colour = __md_get('__palette')?.color;

function paint({ ...chosen }: Colour): boolean {
  if (chosen.media === '(prefers-color-scheme)') {
    const scheme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${scheme})']`);
    if (!input) return false;
    for (const name of ['media', 'scheme', 'primary', 'accent']) chosen[name] = input.getAttribute('data-md-color-' + name)!;
  }
  for (const [name, value] of Object.entries(chosen)) document.body.setAttribute('data-md-color-' + name, value);
  return true;
}

// "As the system" needs the header's inputs; where this script stands before them, it waits for them.
if (colour && !paint(colour)) addEventListener('DOMContentLoaded', () => paint(colour));
