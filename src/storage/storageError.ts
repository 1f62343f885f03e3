import type { StorageFailure } from '../protocol/storage';

const MESSAGES: Readonly<Record<StorageFailure, string>> = {
  full: 'There is no room left on this machine to keep the model. Free some disk space, or delete site data.',
  unavailable: 'This browser does not let the page keep anything, as in a private window.',
};

/** The browser refused to read or write; `failure` says why. */
export class StorageError extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, cause?: unknown) {
    super(MESSAGES[failure], { cause });
    this.name = 'StorageError';
    this.failure = failure;
  }
}

/** The StorageError for whatever the browser threw. */
export function storageErrorFrom(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StorageError(name === 'QuotaExceededError' ? 'full' : 'unavailable', error);
}
