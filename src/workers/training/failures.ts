import { CheckpointError } from '../../engine/train/checkpoint';
import { DivergedError } from '../../engine/train/trainer';
import { text, type Values } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { FailureCode } from '../../protocol/training';
import words from './words.en.md';

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

/** What is wrong with a checkpoint, for the reader. */
function sentenceOf({ fault, values }: CheckpointError): string {
  const { part } = values;
  if (part !== undefined) return text(words, 'checkpoint.damaged', { what: text(words, `part.${part}`) });
  const written: Values = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? count(value) : value]),
  );
  return text(words, `checkpoint.${fault}`, written);
}

/** Turns whatever was thrown into a code and a sentence for the reader. */
export function failureOf(error: unknown): { readonly code: FailureCode; readonly message: string } {
  if (error instanceof SessionFailure) return { code: error.code, message: error.message };
  if (error instanceof CheckpointError) return { code: 'badCheckpoint', message: sentenceOf(error) };
  if (error instanceof DivergedError) {
    return {
      code: 'diverged',
      message: text(words, 'diverged.loss', { step: count(error.step) }),
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: text(words, 'unexpected', { detail }) };
}

/** What can go wrong with what the reader brought, by the key of its sentence. */
type Cause = 'unlearnable' | 'unopened' | 'tokenizer' | 'diverged.weights';

/** Runs `work`, and tells its errors to the reader as a failure of the given kind. */
export function failingAs<T>(code: FailureCode, cause: Cause, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // Both are told as what they are.
    if (error instanceof SessionFailure || error instanceof CheckpointError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new SessionFailure(code, text(words, cause, { detail }));
  }
}
