import type { KeyValue } from '../../../src/storage/keyValue';

/** A database in memory that copies what it is given and sorts its keys, as IndexedDB does, and fails when told to. */
export class MapKeyValue implements KeyValue {
  readonly values = new Map<string, unknown>();
  /** What every call throws, or null when all is well. */
  trouble: unknown = null;

  get(key: string): Promise<unknown> {
    return this.answer(() => structuredClone(this.values.get(key)));
  }

  set(key: string, value: unknown): Promise<void> {
    return this.answer(() => void this.values.set(key, structuredClone(value)));
  }

  delete(key: string): Promise<void> {
    return this.answer(() => void this.values.delete(key));
  }

  keys(): Promise<readonly string[]> {
    return this.answer(() => [...this.values.keys()].sort());
  }

  private async answer<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.trouble !== null) throw this.trouble;
    return work();
  }
}
