// The contents in the header, open as a sheet: Esc closes it and gives the focus back, and it goes when the focus goes on,
// else it would lie over what has the focus (WCAG 2.4.11). Touches that <details> only; without a script it opens all the same.

export function menu(root: HTMLElement): void {
  const close = (): void => root.removeAttribute('open');
  root.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    close();
    (root.firstElementChild as HTMLElement).focus();
  });
  root.addEventListener('focusout', ({ relatedTarget: to }) => to && !root.contains(to as Node) && close());
}
