import { createStore, del, get, keys, set } from 'idb-keyval';
import { storageErrorFrom, StorageError } from './storageError';

/** The little that keeping needs of a database. Values are anything the structured clone can copy. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

const DATABASE = 'how-did-chatgpt-learn-to-code';
const OBJECT_STORE = 'kept';

/** A read that takes longer will never come: some browsers neither open a blocked database nor say so. */
const PATIENCE_MS = 8000;

function impatient<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StorageError('unavailable'));
    }, PATIENCE_MS);
    reading.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** IndexedDB. Opened at the first call, so that a browser without it fails there and not at the start of the page. */
export function createIndexedDbKeyValue(): KeyValue {
  const store = createStore(DATABASE, OBJECT_STORE);
  return {
    get: (key) => impatient(get<unknown>(key, store)),
    set: (key, value) => set(key, value, store),
    delete: (key) => del(key, store),
    keys: async () => (await impatient(keys(store))).filter((key) => typeof key === 'string'),
  };
}

/** The same store, with everything it throws turned into a StorageError. */
export function withStorageErrors(inner: KeyValue): KeyValue {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storageErrorFrom(error);
    }
  };
  return {
    get: (key) => guarded(() => inner.get(key)),
    set: (key, value) => guarded(() => inner.set(key, value)),
    delete: (key) => guarded(() => inner.delete(key)),
    keys: () => guarded(() => inner.keys()),
  };
}
