// Measures what a person sees and hits: widths, targets, lines, focus, spacing. Put into a page by `measures.py`; reads the page,
// moves the focus and the scroll position, and changes nothing else. Each function gives a list of faults as texts: empty is good.
window.measures = (() => {
  const name = (e) => {
    const text = (e.getAttribute('aria-label') || e.textContent || e.value || '').replace(/\s+/g, ' ').trim().slice(0, 30);
    return `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${typeof e.className === 'string' && e.className ? '.' + e.className.trim().split(/\s+/).join('.') : ''}> ${text}`;
  };
  const shown = (e) => e.checkVisibility({ contentVisibilityAuto: true, opacityProperty: false, visibilityProperty: true }) && e.getClientRects().length > 0;
  /** For ears only, or cut away until it has the focus. */
  const hiddenFromEyes = (e) => {
    for (let at = e; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath.startsWith('inset(50%') || style.opacity === '0') return true;
    }
    return false;
  };
  const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1;

  const next = () => new Promise((done) => requestAnimationFrame(done));
  /** WCAG 1.4.10: nothing wider than the window, but for tables and pictures that scroll by themselves, by keyboard and with a name. */
  async function sideways() {
    // a frame later: until then nothing has noticed that the window has another size
    await next();
    await next();
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width + 1) {
      const wide = [...document.querySelectorAll('body *')].filter((e) => shown(e) && e.getBoundingClientRect().right > width + 1 && ![...ancestors(e)].some(scrolls));
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}: ${wide.slice(0, 3).map(name).join('; ')}`);
    }
    for (const e of document.querySelectorAll('body *')) {
      if (!scrolls(e) || !shown(e)) continue;
      const focusable = e.tabIndex >= 0;
      const named = e.getAttribute('aria-label') || e.getAttribute('aria-labelledby');
      if (!e.querySelector('table')) faults.push(`scrolls sideways and is no table: ${name(e)}`);
      else if (!focusable || !named || !e.getAttribute('role')) faults.push(`scrolls, and is not ${focusable ? 'named' : 'reached by keyboard'}: ${name(e)}`);
    }
    return faults;
  }
  function* ancestors(e) {
    for (let at = e.parentElement; at; at = at.parentElement) yield at;
  }

  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option], [tabindex="0"]:not(.md-typeset__scrollwrap)';
  /** A control and, where it has one, the label around or for it: both are hit. */
  function box(e) {
    const parts = [e, ...(e.labels ?? [])].filter((part) => shown(part) && !(part === e && e.labels?.length && hiddenFromEyes(e)));
    const rects = parts.flatMap((part) => [...part.getClientRects()]);
    return rects.length ? { left: Math.min(...rects.map((r) => r.left)), right: Math.max(...rects.map((r) => r.right)), top: Math.min(...rects.map((r) => r.top)), bottom: Math.max(...rects.map((r) => r.bottom)) } : undefined;
  }
  /** WCAG 2.5.8 exempts a link in a sentence or in another line of text. */
  function inText(e) {
    if (e.tagName !== 'A' || getComputedStyle(e).display !== 'inline') return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const all = block.textContent.replace(/\s+/g, '');
    return all.length > [...block.querySelectorAll('a')].reduce((sum, a) => sum + a.textContent.replace(/\s+/g, '').length, 0);
  }
  function controls() {
    return [...document.querySelectorAll(CONTROLS)].filter((e) => shown(e) && !e.closest('[inert]') && !(hiddenFromEyes(e) && !e.labels?.length));
  }
  /** 44 px for what an answer is given with; 24 px for everything else, or as far from its neighbours as if it had them. */
  function targets() {
    const ANSWERS = '.fb-option input, .fb-checklist input, .fb-actions button, .fb-moves button, .fb-blank input, .fb-pair select, .fb-flag input, .fb-overview button, .fb-timer button, .fb-exam-choice :is(input, select)';
    const open = document.querySelector('dialog[open]');
    // what the header lies over is not beside it
    scrollTo(0, 0);
    const all = controls().filter((e) => !open || open.contains(e)).map((e) => [e, box(e)]).filter(([, at]) => at && at.right > at.left);
    const faults = [];
    for (const [e, at] of all) {
      const [width, height] = [at.right - at.left, at.bottom - at.top];
      const answer = e.matches(ANSWERS);
      if (answer ? Math.min(width, height) >= 43.9 : Math.min(width, height) >= 23.9) continue;
      if (!answer && inText(e)) continue;
      const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
      const close = all.find(([other, to]) => other !== e && Math.hypot(Math.max(to.left - x, 0, x - to.right), Math.max(to.top - y, 0, y - to.bottom)) < 12);
      if (answer || close) faults.push(`${Math.round(width)}×${Math.round(height)} px: ${name(e)}${close && !answer ? `, beside ${name(close[0])}` : ''}`);
    }
    return faults;
  }

  /** Characters of each line of running text: a wide one counts one, a narrow one half (`wide`: else each counts one). */
  function* lines(block, wide) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let bottom = -1e9;
    let count = 0;
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!shown(node.parentElement) || hiddenFromEyes(node.parentElement)) continue;
      for (let i = 0; i < node.data.length; i++) {
        if (/\s/.test(node.data[i]) && wide) continue;
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = range.getBoundingClientRect();
        if (!rect.width) continue;
        if (rect.top > bottom - 4) {
          if (text) yield [count, text];
          [count, text] = [0, ''];
          bottom = rect.bottom;
        }
        bottom = Math.max(bottom, rect.bottom);
        count += wide && node.data.charCodeAt(i) < 0x2000 ? 0.5 : 1;
        text += node.data[i];
      }
    }
    if (text) yield [count, text];
  }
  /** The text of a page: in a frame there is no article. */
  const text = () => document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  const TEXT = 'p, li, td, th, dd, legend, label, .fb-why, caption, blockquote';
  function longLines(most) {
    const wide = document.documentElement.lang.startsWith('zh');
    const faults = [];
    for (const block of text().querySelectorAll(TEXT)) {
      if (!shown(block) || hiddenFromEyes(block) || block.querySelector(TEXT)) continue;
      // a block that is too narrow for it, or has too little text, need not be read letter by letter
      const size = parseFloat(getComputedStyle(block).fontSize);
      if (block.textContent.trim().length <= most || block.clientWidth && block.clientWidth < (wide ? most : most * 0.3) * size) continue;
      for (const [count, text] of lines(block, wide)) if (count > most) faults.push(`${count} in a line: ${text.slice(0, 60)}`);
    }
    return faults;
  }
  function tightLines(least) {
    const faults = new Set();
    for (const block of text().querySelectorAll(TEXT)) {
      if (!shown(block) || hiddenFromEyes(block) || !/[\u4e00-\u9fff]/.test(block.textContent) || block.closest('.fb-actions, .fb-checklist-title')) continue;
      const { lineHeight, fontSize } = getComputedStyle(block);
      const ratio = parseFloat(lineHeight) / parseFloat(fontSize);
      if (ratio < least - 0.005) faults.add(`${ratio.toFixed(2)}: ${name(block.closest('[class]') ?? block)} ${block.tagName}`);
    }
    return [...faults];
  }

  const rgb = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  function ground(e) {
    for (let at = e; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  }
  /** What the keyboard can reach, in the order of the page. Only the first, or the chosen one, of a group of radios. */
  function stops() {
    const open = document.querySelector('dialog[open]') ?? document;
    const groups = new Set();
    return [...open.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((e) => {
      if (e.tabIndex < 0 || e.matches(':disabled') || !shown(e)) return false;
      if (e.type === 'radio') {
        if (groups.has(e.name) || (!e.checked && document.querySelector(`[name="${CSS.escape(e.name)}"]:checked`))) return false;
        groups.add(e.name);
      }
      return true;
    });
  }
  const looks = (e) => {
    const s = getComputedStyle(e);
    const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) ? s.outline : '';
    return [ring, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.clipPath, s.stroke, s.strokeWidth].join('|');
  };
  const around = (e) => [e, e.nextElementSibling, e.firstElementChild, e.parentElement, e.parentElement?.parentElement].filter(Boolean);
  /** How what has the focus looks is compared with how it looked before; `before` is what `lookOf` gave. */
  const lookOf = (e) => around(e).map(looks).join(' / ');
  function focusFaults(e, before) {
    const faults = [];
    if (document.activeElement !== e) return [`does not take the focus: ${name(e)}`];
    if (lookOf(e) === before) faults.push(`the focus does not show: ${name(e)}`);
    const ringed = around(e).find((each) => getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 2);
    if (ringed) {
      const style = getComputedStyle(ringed);
      const colour = style.outlineStyle === 'auto' ? undefined : rgb(style.outlineColor);
      const on = ground(parseFloat(style.outlineOffset) < 0 ? ringed : ringed.parentElement);
      if (colour && contrast(colour, on) < 3) faults.push(`the ring has ${contrast(colour, on).toFixed(1)}:1: ${name(e)}`);
    }
    const seen = hiddenFromEyes(e) ? e.labels?.[0] ?? e : e;
    const rects = [...seen.getClientRects()].filter((r) => r.width && r.height);
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const inside = rects.filter((r) => r.top > -2 && r.bottom < height + 2);
    // of a link over several lines, browsers bring its first to the window
    if (rects.length && !inside.length && rects.every((r) => r.height < height - 80)) faults.push(`stays outside the window: ${name(e)} (${Math.round(rects[0].top)}–${Math.round(rects[0].bottom)} of ${height})`);
    // a term's meaning goes a moment after the focus has left the term, and by Esc
    const over = inside.map((r) =>
      [0.5, 0.1, 0.9]
        .map((down) => [Math.min(Math.max(r.left + r.width / 2, 1), width - 1), r.top + r.height * down])
        .map(([x, y]) => document.elementFromPoint(x, y))
        .find((top) => top && !seen.contains(top) && !top.contains(seen) && !top.closest('.fb-popover') && !seen.closest('label, .fb-option, li')?.contains(top) && !e.labels?.[0]?.contains(top)),
    );
    // a line of a long link, or a tall box, may pass under the header; one whole line is seen
    if (over.length && over.every(Boolean) && inside.every((r) => r.height < 80)) faults.push(`is covered by ${name(over[0])}: ${name(e)}`);
    return faults;
  }
  /** Every stop in turn, as Tab comes to it: somebody must have pressed a key before. */
  async function focus() {
    const faults = [];
    document.activeElement?.blur?.();
    const all = stops().map((e) => [e, lookOf(e)]);
    for (const [e, before] of all) {
      // closed since, by the focus that left it
      if (!shown(e)) continue;
      e.focus();
      faults.push(...focusFaults(e, before));
    }
    document.activeElement?.blur?.();
    await next();
    return [all.length, faults];
  }

  const SPACING = '*, ::before, ::after { letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
  /** WCAG 1.4.12. Line heights below one and a half are raised to it; those above stay. */
  function spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SPACING);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    for (const e of document.querySelectorAll('body *')) {
      const { lineHeight, fontSize } = getComputedStyle(e);
      if (parseFloat(lineHeight) < 1.5 * parseFloat(fontSize)) e.style.setProperty('line-height', '1.5', 'important');
    }
  }
  function cut() {
    const faults = [];
    for (const e of document.querySelectorAll('body *')) {
      if (!shown(e) || hiddenFromEyes(e) || e instanceof SVGElement || !e.textContent.trim()) continue;
      const style = getComputedStyle(e);
      if (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && style.display !== 'inline') faults.push(`cut at its side: ${name(e)}`);
      if (/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1 && style.display !== 'inline') faults.push(`cut below: ${name(e)}`);
    }
    return faults;
  }
  /** Texts that lie on one another: none may, at any spacing. */
  function overlaps() {
    const walker = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const e = node.parentElement;
      if (!node.data.trim() || !shown(e) || hiddenFromEyes(e) || e.closest('svg, .fb-popover, select, option')) continue;
      range.selectNodeContents(node);
      const frame = [...ancestors(e)].find((at) => at !== document.documentElement && /auto|scroll/.test(getComputedStyle(at).overflowY))?.getBoundingClientRect();
      // what is scrolled away lies under nothing
      for (const r of range.getClientRects()) if (r.width > 1 && !(frame && (r.bottom > frame.bottom || r.top < frame.top || r.right > frame.right + 1))) found.push([r, e, node]);
    }
    found.sort(([a], [b]) => a.top - b.top);
    const faults = [];
    for (let i = 0; i < found.length; i++) {
      const [a, e, node] = found[i];
      for (let j = i + 1; j < found.length && found[j][0].top < a.bottom - 1; j++) {
        const [b, other, second] = found[j];
        if (node === second || fixed(e) !== fixed(other)) continue;
        // what a line has to spare above and below its letters may meet
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 0.35 * Math.min(a.height, b.height)) faults.push(`“${node.data.trim().slice(0, 20)}” lies on “${second.data.trim().slice(0, 20)}”`);
      }
    }
    return faults;
  }
  /** Header, menus and dialogs lie over the page by intent. */
  function fixed(e) {
    for (let at = e; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position) || at.matches('.fb-menu-sheet')) return at;
    return undefined;
  }

  function moving() {
    const slow = (times) => times.split(',').some((t) => (t.trim().endsWith('ms') ? parseFloat(t) / 1000 : parseFloat(t)) > 0.01);
    const faults = [];
    for (const e of [document.documentElement, ...document.querySelectorAll('*')]) {
      for (const part of [null, '::before', '::after']) {
        const s = getComputedStyle(e, part);
        if (s.transitionProperty !== 'none' && slow(s.transitionDuration)) faults.push(`moves: ${name(e)}`);
        if (s.animationName !== 'none' && slow(s.animationDuration)) faults.push(`is animated: ${name(e)}`);
        if (s.scrollBehavior === 'smooth') faults.push(`scrolls slowly: ${name(e)}`);
      }
    }
    return faults;
  }
  /** With the reader's own colours: grounds and shadows are gone, so what can be pressed needs an edge or a line under it. */
  function edgeless() {
    return controls()
      .filter((e) => !e.matches('.fb-option input, .fb-checklist input, [role=option], .fb-find input') && !hiddenFromEyes(e))
      .filter((e) => {
        const s = getComputedStyle(e);
        const edge = ['Top', 'Left', 'Bottom'].some((side) => s[`border${side}Style`] !== 'none' && parseFloat(s[`border${side}Width`]) > 0);
        return e.matches('button, input:not([type=radio], [type=checkbox]), select, textarea, .fb-go') && !edge && !s.textDecorationLine.includes('underline') && !e.querySelector('svg');
      })
      .map((e) => `no edge: ${name(e)}`);
  }
  /** The share of the window that lies over the page and stays there. */
  function covered() {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const fixedOnes = [...document.querySelectorAll('body *')].filter((e) => shown(e) && /fixed|sticky/.test(getComputedStyle(e).position) && !e.matches('dialog, .md-sidebar'));
    return Math.max(0, ...fixedOnes.map((e) => e.getBoundingClientRect()).map((r) => (Math.max(0, Math.min(r.right, width) - Math.max(r.left, 0)) * Math.max(0, Math.min(r.bottom, height) - Math.max(r.top, 0))) / (width * height)));
  }
  return { sideways, targets, longLines, tightLines, stops, lookOf, focusFaults, focus, spaced, cut, overlaps, moving, edgeless, covered, name };
})();
