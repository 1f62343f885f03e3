import type { GPTConfig } from '../../src/engine/config';
import type { Batch } from '../../src/engine/data/batch';
import { parameterShapes } from '../../src/engine/model/shapes';
import type { NamedArray, NamedArrays } from '../../src/engine/model/shapes';
import { createRandom } from '../../src/engine/random';

/** The smallest shape in which every part of the model is there more than once. */
export const TOY_CONFIG: GPTConfig = { nLayer: 2, nHead: 2, nEmbd: 8, blockSize: 6, vocabSize: 11 };

/** Weights large enough that attention has opinions and no gradient is lost in rounding. */
export function toyArrays(config: GPTConfig): NamedArrays {
  const arrays = new Map<string, NamedArray>();
  for (const [name, shape] of parameterShapes(config)) {
    const random = createRandom('toy').fork(name);
    const size = shape.reduce((product, length) => product * length, 1);
    const center = name.endsWith('.g') ? 1 : 0;
    arrays.set(name, {
      shape,
      values: Float32Array.from({ length: size }, () => center + 0.4 * random.normal()),
    });
  }
  return arrays;
}

/** Two rows of random tokens, some targets masked. */
export function toyBatch({ blockSize: T, vocabSize }: GPTConfig, seed = 1, B = 2): Batch {
  const random = createRandom('toyBatch').fork(seed);
  const tokens = (): Int32Array => Int32Array.from({ length: B * T }, () => random.int(vocabSize));
  const ids = tokens();
  const targets = tokens();
  const lossMask = Float32Array.from({ length: B * T }, (_, i) => (i % 4 === 3 ? 0 : 1));
  return { B, T, ids, targets, lossMask, targetBytes: 2 * B * T };
}
