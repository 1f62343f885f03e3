import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { Checkpoint } from '../../src/engine/train/checkpoint';
import { toyArrays } from './toyModel';

const config = { nLayer: 1, nHead: 2, nEmbd: 4, blockSize: 3, vocabSize: 258 };

/** A checkpoint with something in every field. */
export const TOY_CHECKPOINT: Checkpoint = {
  config,
  trainConfig: { ...OPTIMIZER_DEFAULTS, batchSize: 2, totalSteps: 10, learningRate: 0.01, warmupSteps: 2 },
  tokenizer: { kind: 'byte-bpe', version: 1, merges: [[97, 98]] },
  seed: 7,
  step: 5,
  history: [
    { step: 1, series: 'train', bitsPerByte: 8 },
    { step: 5, series: 'val', bitsPerByte: 6.25 },
  ],
  recipe: { corpus: 'stories', emoji: '🦊', nested: [1, null, { deep: true }] },
  arrays: toyArrays(config),
  optimizer: { updates: 5, m: toyArrays(config), v: toyArrays(config) },
};
