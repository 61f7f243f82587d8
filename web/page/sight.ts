// Marks in "on this page" the section that is in sight. Touches the links of that list, nothing else.

/** CSS pixels: the header, and a line. */
const BELOW = 90;

export function inSight(doc: Document): void {
  const links = [...doc.querySelectorAll<HTMLAnchorElement>('[data-md-component=toc] a')];
  const view = doc.defaultView!;
  let waiting = false;

  function mark(): void {
    waiting = false;
    const passed = links.filter(({ hash }) => doc.getElementById(decodeURIComponent(hash.slice(1)))!.getBoundingClientRect().top < BELOW);
    for (const link of links) link.classList.toggle('md-nav__link--active', link === passed[passed.length - 1]);
  }

  view.addEventListener(
    'scroll',
    () => {
      if (!waiting) view.requestAnimationFrame(mark);
      waiting = true;
    },
    { passive: true },
  );
  // Not at the start: a page begins above its first section, and would have to be laid out for it at once.
}
