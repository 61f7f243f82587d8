// A QR code as a drawing, black on white in every scheme, with the quiet zone scanners want.
// Pure: makes elements and puts them nowhere. Brings lean-qr.
import { generate } from 'lean-qr/nano';

const QUIET = 4;

export function qr(text: string, label: string, doc: Document): Element {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  const draw = (name: string, attributes: { [name: string]: string | number }): Element => {
    const element = doc.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const side = code.size + 2 * QUIET;
  const svg = draw('svg', { viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, width: 148, height: 148, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges', class: 'fb-qr' });
  svg.append(draw('path', { fill: '#fff', d: `M${-QUIET} ${-QUIET}h${side}v${side}h${-side}z` }), draw('path', { d: path }));
  return svg;
}
