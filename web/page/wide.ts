// A table that is too wide scrolls in its frame, which the keyboard must reach (the build makes it so); where it fits, nobody
// need stop. Touches the `tabindex` of the frame.

export function wide(table: HTMLElement): void {
  const frame = table.parentElement!;
  // the table, not its frame: it also grows with the reader's own spacing of letters
  new ResizeObserver(() => (frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1)).observe(table);
}
