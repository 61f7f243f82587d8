// Addresses on disk and of moved pages. Pure: strings in, strings out.

/** file:// opens a folder as a listing; undefined when the address is fine as it is. */
export function onDisk(address: URL): string | undefined {
  if (address.protocol !== 'file:' || !address.pathname.endsWith('/')) return undefined;
  const page = new URL(address.href);
  page.pathname += 'index.html';
  return page.href;
}

/** Where /go/<id>/ leads, keeping what the reader's own address asks for. */
export function forward(to: string, here: string): string {
  const own = new URL(here);
  const target = new URL(to, here);
  if (own.search) target.search = own.search;
  if (own.hash) target.hash = own.hash;
  return onDisk(target) ?? target.href;
}
