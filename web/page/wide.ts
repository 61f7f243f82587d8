// A table that is too wide scrolls by itself and must be reached by keyboard (the build makes it so); one that fits need not
// stop anybody. Touches the `tabindex` of the frames of tables.

export function wide(doc: Document): void {
  const seen = new ResizeObserver((all) => {
    for (const { target } of all) {
      const frame = target.parentElement!;
      frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1;
    }
  });
  // the table, not its frame: it also grows with the reader's own spacing of letters
  for (const table of doc.querySelectorAll('.md-typeset__scrollwrap table')) seen.observe(table);
}
