// A table that is too wide scrolls in its frame, which the keyboard must reach (the build makes it so); where it fits, nobody
// need stop. Touches the `tabindex` of the frame.

export function wide(table: HTMLElement): void {
  const frame = table.parentElement!;
  const seen = new ResizeObserver(() => (frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1));
  // the table grows with the reader's own spacing of letters; the frame alone shrinks where the table cannot
  seen.observe(table);
  seen.observe(frame);
}
