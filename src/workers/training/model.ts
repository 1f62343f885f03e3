import type { GPTConfig } from '../../engine/config';
import { initialArrays } from '../../engine/model/init';
import { paramsFromArrays, type GPTParams } from '../../engine/model/parameters';
import { createRandom } from '../../engine/random';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import type { Checkpoint } from '../../engine/train/checkpoint';
import { failingAs } from './failures';

/** Weights on the backend, with what is needed to use them. The owner frees `params`. */
export interface Model {
  readonly config: GPTConfig;
  readonly params: GPTParams;
  readonly tokenizer: Tokenizer;
}

/** A model that has learned nothing yet; the seed decides its weights. */
export function untrainedModel(config: GPTConfig, tokenizer: Tokenizer, seed: number): Model {
  const arrays = initialArrays(config, createRandom(seed).fork('weights'));
  return { config, tokenizer, params: paramsFromArrays(config, arrays) };
}

/** The model in a checkpoint. @throws SessionFailure badCheckpoint when its parts do not fit together */
export function modelOf({ config, tokenizer, arrays }: Checkpoint): Model {
  return failingAs('badCheckpoint', 'This saved model cannot be opened.', () => ({
    config,
    tokenizer: createTokenizer(tokenizer),
    params: paramsFromArrays(config, arrays),
  }));
}
