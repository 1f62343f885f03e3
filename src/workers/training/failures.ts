import { CheckpointError } from '../../engine/train/checkpoint';
import { DivergedError } from '../../engine/train/trainer';
import type { FailureCode } from '../../protocol/training';

/** Something that the reader can be told in one sentence. */
export class SessionFailure extends Error {
  override readonly name = 'SessionFailure';
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

/** Turns whatever was thrown into a code and a sentence for the reader. */
export function failureOf(error: unknown): { readonly code: FailureCode; readonly message: string } {
  if (error instanceof SessionFailure) return { code: error.code, message: error.message };
  if (error instanceof CheckpointError) return { code: 'badCheckpoint', message: error.message };
  if (error instanceof DivergedError) {
    return {
      code: 'diverged',
      message: `The loss grew beyond all numbers at step ${error.step}. Start again with a smaller learning rate.`,
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `Something unexpected happened in the training worker: ${detail}` };
}

/** Runs `work`, and tells its errors to the reader as a failure of the given kind. */
export function failingAs<T>(code: FailureCode, sentence: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // Both already speak to the reader.
    if (error instanceof SessionFailure || error instanceof CheckpointError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new SessionFailure(code, `${sentence} (${detail})`);
  }
}
