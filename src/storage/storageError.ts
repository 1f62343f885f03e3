import { text } from '../content/narrative';
import type { StorageFailure } from '../protocol/storage';
import words from './words.en.md';

/** The browser refused to read or write; `failure` says why. */
export class StorageError extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, cause?: unknown) {
    super(text(words, failure), { cause });
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
