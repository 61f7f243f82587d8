// Prints one element of the article alone: marks it and <html> for the style sheet, and takes the marks
// away after printing. The style sheet does the hiding.

export function printAlone(root: HTMLElement, done: () => void = () => {}): void {
  const html = root.ownerDocument.documentElement;
  const page = root.ownerDocument.defaultView!;
  html.dataset.fbPrint = root.id;
  root.classList.add('fb-print-this');
  page.addEventListener(
    'afterprint',
    () => {
      delete html.dataset.fbPrint;
      root.classList.remove('fb-print-this');
      done();
    },
    { once: true },
  );
  page.print();
}
