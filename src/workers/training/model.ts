import type { GPTConfig } from '../../engine/config';
import { initialArrays } from '../../engine/model/init';
import { createRandom } from '../../engine/random';
import type { LoadedModel } from '../../engine/runtime';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import type { Checkpoint } from '../../engine/train/checkpoint';
import { failingAs } from './failures';
import type { RuntimeFor } from './runtimes';

/** Weights on the device, with the tokenizer to use them. The owner frees `loaded`. */
export interface Model {
  readonly loaded: LoadedModel;
  readonly tokenizer: Tokenizer;
}

/** A model that has learned nothing yet; the seed decides its weights. */
export async function untrainedModel(
  runtimeFor: RuntimeFor,
  config: GPTConfig,
  tokenizer: Tokenizer,
  seed: number,
): Promise<Model> {
  const arrays = initialArrays(config, createRandom(seed).fork('weights'));
  return { tokenizer, loaded: (await runtimeFor(config)).load(config, arrays) };
}

/** The model in a checkpoint. @throws SessionFailure badCheckpoint when its parts do not fit together */
export async function modelOf(
  runtimeFor: RuntimeFor,
  { config, tokenizer, arrays }: Checkpoint,
): Promise<Model> {
  const runtime = await runtimeFor(config);
  return failingAs('badCheckpoint', 'unopened', () => ({
    tokenizer: createTokenizer(tokenizer),
    loaded: runtime.load(config, arrays),
  }));
}
