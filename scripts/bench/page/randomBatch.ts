import { SHAPES, TRAINING, type ShapeName } from '../shapes';
import type { Batch } from '../../../src/engine/data/batch';
import { createRandom } from '../../../src/engine/random';

/** Random tokens to learn from: the batch of a step, the same for every implementation that asks. */
export function randomBatch(shape: ShapeName, step: number): Batch {
  const { blockSize: T, vocabSize } = SHAPES[shape];
  const B = TRAINING.batchSize;
  const random = createRandom('bench').fork(step);
  const rows = Array.from({ length: B }, () => Array.from({ length: T + 1 }, () => random.int(vocabSize)));
  return {
    B,
    T,
    ids: Int32Array.from(rows.flatMap((row) => row.slice(0, T))),
    targets: Int32Array.from(rows.flatMap((row) => row.slice(1))),
    lossMask: new Float32Array(B * T).fill(1),
    targetBytes: B * T,
  };
}
