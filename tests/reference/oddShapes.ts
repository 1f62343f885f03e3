import type { GPTConfig } from '../../src/engine/config';
import type { Batch } from '../../src/engine/data/batch';
import { createRandom } from '../../src/engine/random';
import { END_OF_TEXT } from '../../src/engine/tokenizer/tokenizer';

/** A model and the rows it is trained on at once. */
export interface Shape {
  readonly what: string;
  readonly config: GPTConfig;
  readonly B: number;
}

/** Sizes at which kernels that count in fours or in powers of two go wrong first. */
export const ODD_SHAPES: readonly Shape[] = [
  {
    what: 'one head, 24 tokens, a vocabulary of 97',
    config: { nLayer: 2, nHead: 1, nEmbd: 12, blockSize: 24, vocabSize: 97 },
    B: 3,
  },
  {
    what: 'batch 1, 10 tokens, a vocabulary of 1,024',
    config: { nLayer: 1, nHead: 2, nEmbd: 16, blockSize: 10, vocabSize: 1024 },
    B: 1,
  },
  {
    what: 'three heads, 10 tokens, a vocabulary of 97',
    config: { nLayer: 3, nHead: 3, nEmbd: 24, blockSize: 10, vocabSize: 97 },
    B: 5,
  },
  {
    what: 'four heads, 24 tokens, a vocabulary of 1,024',
    config: { nLayer: 1, nHead: 4, nEmbd: 32, blockSize: 24, vocabSize: 1024 },
    B: 4,
  },
];

/** Tokens from a seed, none of them end-of-text. */
export function seededTokens({ vocabSize }: GPTConfig, length: number, seed: string): number[] {
  const random = createRandom('tokens').fork(seed);
  return Array.from({ length }, () => {
    const id = random.int(vocabSize - 1);
    return id < END_OF_TEXT ? id : id + 1;
  });
}

/** Windows on a short text that goes round in a circle, so that there is something to learn; some targets masked. */
export function circleBatch(config: GPTConfig, step: number, B: number): Batch {
  const T = config.blockSize;
  const circle = seededTokens(config, T + 5, 'circle');
  const start = (row: number): number => 7 * (step * B + row);
  const tokenAt = (index: number): number => circle[index % circle.length] ?? 0;
  const ids = Int32Array.from({ length: B * T }, (_, i) => tokenAt(start(Math.floor(i / T)) + (i % T)));
  const targets = Int32Array.from({ length: B * T }, (_, i) =>
    tokenAt(start(Math.floor(i / T)) + (i % T) + 1),
  );
  const lossMask = Float32Array.from({ length: B * T }, (_, i) => (i % 9 === 4 ? 0 : 1));
  return { B, T, ids, targets, lossMask, targetBytes: B * T };
}
