import type { AppStorage, Autosave } from '../protocol/storage';

/** Writes autosaves one at a time; of those that come while one is being written, only the latest counts. */
export interface AutosaveWriter {
  save(autosave: Autosave): void;
  clear(): void;
  /** Resolves once nothing is left to write; at once where nothing may be written. Never rejects. */
  written(): Promise<void>;
}

/**
 * @param allowed nothing is written or cleared before this resolves to true
 * @param onTrouble called with whatever the storage threw; writing goes on with the next autosave
 */
export function createAutosaveWriter(
  storage: Pick<AppStorage, 'saveAutosave' | 'clearAutosave'>,
  allowed: Promise<boolean>,
  onTrouble: (error: unknown) => void,
): AutosaveWriter {
  let next: Autosave | 'clear' | null = null;
  let writing = false;
  let latest: Promise<void> = Promise.resolve();

  const drain = async (): Promise<void> => {
    writing = true;
    // What is not allowed once never will be: the writer stays busy for good.
    if (!(await allowed)) return;
    while (next !== null) {
      const job: Autosave | 'clear' = next;
      next = null;
      try {
        await (job === 'clear' ? storage.clearAutosave() : storage.saveAutosave(job));
      } catch (error) {
        onTrouble(error);
      }
    }
    writing = false;
  };

  const put = (job: Autosave | 'clear'): void => {
    next = job;
    if (!writing) latest = drain();
  };
  return {
    save: put,
    clear: () => {
      put('clear');
    },
    written: () => latest,
  };
}
