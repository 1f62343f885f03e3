/** The code corpus: Python functions without end, each a request and one correct answer. */
import { createRandom } from '../../engine/random';
import { drawBody, drawPrompt } from './prompts';
import { bodyOf } from './render';

export interface CodeOptions {
  /** The same seed gives the same documents in the same order. */
  readonly seed: number | string;
  /** `val` asks for the tasks of `train` in wordings that `train` never uses. */
  readonly split: 'train' | 'val';
}

/**
 * Python snippets, one document each, without end: the caller stops.
 * A document has no newline at its end; the tokenizer's end-of-text mark separates documents.
 */
export function* codeDocuments({ seed, split }: CodeOptions): Generator<string, never, undefined> {
  const random = createRandom(seed).fork('code').fork(split);
  for (;;) {
    const prompt = drawPrompt(random, split === 'train' ? 'train' : 'newWording');
    yield prompt.text + bodyOf(drawBody(random, prompt.task), prompt);
  }
}
