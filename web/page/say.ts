// Says something in a `role="status"` that stands in the page already, so that screen readers hear it.
// Touches that element only. Never speaks twice: what was about to be said is dropped by what follows.
import { make } from './make';

const pending = new WeakMap<Element, number>();

/** `unseen` is for ears only: what stands elsewhere in sight. Nothing to say clears the status. */
export function say(status: Element, seen: string, unseen = ''): void {
  const page = status.ownerDocument.defaultView!;
  page.cancelAnimationFrame(pending.get(status) ?? 0);
  status.textContent = '';
  if (!seen) return;
  // Cleared first and filled a frame later: else the same words twice are announced once.
  pending.set(
    status,
    page.requestAnimationFrame(() => {
      status.textContent = seen;
      if (unseen) make(status, 'span', 'fb-offscreen', ' ' + unseen);
    }),
  );
}
