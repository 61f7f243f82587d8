// Entries in IndexedDB: new ones singly, older ones packed by the hundreds, so that many open fast.
// Touches the database `fieldbook` only. An entry's text is never changed; packing moves it in one transaction.
import { inTime, type Found, type Keep, type Text } from './keep';

const PACK = 500;

function ask<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}

/** `factory` is asked at every opening, because merely touching it may throw. */
export function indexed(factory: () => IDBFactory): Keep {
  let database: Promise<IDBDatabase> | undefined;
  let lost = (): void => {};

  async function open(): Promise<IDBDatabase> {
    const request = factory().open('fieldbook', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('log');
      request.result.createObjectStore('packed', { autoIncrement: true });
      request.result.createObjectStore('meta');
    };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new DOMException('', 'AbortError'));
    });
    // a newer version wants to open it: out of the way; the next use opens it anew, or is refused
    db.onversionchange = () => {
      db.close();
      database = undefined;
    };
    db.onclose = () => {
      database = undefined;
      lost();
    };
    return db;
  }

  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    database ??= open();
    database.catch(() => (database = undefined));
    const db = await inTime(database);
    try {
      // else a transaction is done before it is on the disk
      return db.transaction([...db.objectStoreNames], mode, { durability: 'strict' });
    } catch (error) {
      database = undefined;
      throw error;
    }
  }

  async function change(act: (transaction: IDBTransaction) => void, commit = true): Promise<void> {
    const transaction = await begin('readwrite');
    const finished = done(transaction);
    act(transaction);
    // at once, so that leaving the page does not take it back (Safari 14 does not know it, and commits a moment later)
    if (commit) transaction.commit?.();
    await inTime(finished);
  }

  /** Many together, few singly; what is no JSON always singly, as it is. */
  function put(transaction: IDBTransaction, texts: readonly Text[]): void {
    const whole: string[] = [];
    for (const [id, text] of texts) {
      if (texts.length >= PACK && isJson(text)) whole.push(text);
      else transaction.objectStore('log').put(text, id);
    }
    for (let i = 0; i < whole.length; i += PACK) transaction.objectStore('packed').add(`[${whole.slice(i, i + PACK).join(',')}]`);
  }

  function pack(): Promise<void> {
    return change((transaction) => {
      const log = transaction.objectStore('log');
      Promise.all([ask(log.getAllKeys()), ask(log.getAll())])
        .then(([keys, texts]) => {
          log.clear();
          put(transaction, keys.map((key, i) => [String(key), texts[i] as string] as const));
        })
        // else what was cleared would stay so
        .catch(() => transaction.abort());
    }, false);
  }

  return {
    async read() {
      const transaction = await begin('readonly');
      const [keys, texts, segmentKeys, segments, told] = await inTime(
        Promise.all([
          ask(transaction.objectStore('log').getAllKeys()),
          ask(transaction.objectStore('log').getAll()),
          ask(transaction.objectStore('packed').getAllKeys()),
          ask(transaction.objectStore('packed').getAll()),
          ask(transaction.objectStore('meta').get('told')),
        ]),
      );
      const found: Text[] = keys.map((key, i) => [String(key), texts[i] as string]);
      const packed: unknown[] = [];
      segments.forEach((segment: string, i) => {
        if (isJson(segment)) packed.push(...(JSON.parse(segment) as unknown[]));
        else found.push([`packed ${String(segmentKeys[i])}`, segment]);
      });
      if (found.length >= PACK) void pack().catch(() => {}); // at the next visit, then
      return { texts: found, packed, told: Number(told) || 0 } satisfies Found;
    },
    write: (texts) => change((transaction) => put(transaction, texts)),
    drop: (ids) => change((transaction) => ids.forEach((id) => transaction.objectStore('log').delete(id))),
    tell: (count) => change((transaction) => transaction.objectStore('meta').put(count, 'told')),
    onLost: (listener) => void (lost = listener),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
