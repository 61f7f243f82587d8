// The page around a frame. Reads addresses only.

/** Whether this frame may keep a record of its own: the same host shares it; what cannot be told counts as another. */
export function apart(): boolean {
  if (parent === window) return false;
  try {
    return new URL(location.ancestorOrigins?.[0] ?? document.referrer).hostname !== location.hostname;
  } catch {
    return true;
  }
}
