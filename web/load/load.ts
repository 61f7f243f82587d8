// Loads a script or a style sheet of ours when it is needed: beside the script at `src`, of the same version.
// Once for all who ask; a failure is forgotten, so that the next one tries again. Touches the <head> only.
// A classic script and no fetch, because pages on disk load nothing else.

export type Load = (file: string) => Promise<void>;

export function loader(doc: Document, src: string): Load {
  const loading = new Map<string, Promise<void>>();
  return (file) => {
    const known = loading.get(file);
    if (known) return known;
    const wanted = new Promise<void>((resolve, reject) => {
      const { href } = new URL(file + new URL(src).search, src);
      const element = file.endsWith('.css')
        ? Object.assign(doc.createElement('link'), { rel: 'stylesheet', href })
        : Object.assign(doc.createElement('script'), { src: href });
      element.onload = () => resolve();
      element.onerror = () => {
        loading.delete(file);
        element.remove();
        reject(new Error(href));
      };
      doc.head.append(element);
    });
    loading.set(file, wanted);
    return wanted;
  };
}
