// A lesson counts as read once its check has come into view. Touches the record, once a visit.
import type { LearnerRecord } from '../record/record';

export function reading(doc: Document, record: LearnerRecord): void {
  const page = doc.querySelector<HTMLElement>('[data-set]')?.dataset.set?.replace(/\.check$/, '');
  const heading = doc.getElementById('check');
  const { IntersectionObserver } = doc.defaultView!;
  if (!page || !heading || !IntersectionObserver) return;
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void record.opened.then(() => record.last('read', page) || record.add({ kind: 'read', item: page }));
  });
  observer.observe(heading);
}
