import { tensor1d, tensor2d, tidy, variable } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { createAdamW } from '../../optim/adamw';
import { clipDivisor, globalNorm } from '../../optim/clip';
import { readArrays } from '../../model/parameters';
import type { NamedArrays } from '../../model/shapes';
import type { UpdateSettings, WeightBlock } from '../kernels';

/** The numbers of each block of a store, row-major. */
export type BlockValues = readonly Float32Array[];

/** A store after some updates. */
export interface Updated {
  readonly blocks: BlockValues;
  readonly m: BlockValues;
  readonly v: BlockValues;
  /** Global norm of the gradients before clipping, update by update. */
  readonly gradNorms: readonly number[];
}

/** A matrix that decays and, below it, numbers that do not: AdamW tells them apart by their rank. */
function partsOf({ rows, columns, decayingRows }: WeightBlock, values: Float32Array): [Tensor, Tensor] {
  const cut = decayingRows * columns;
  return [
    tensor2d(values.slice(0, cut), [decayingRows, columns]),
    tensor1d(values.slice(cut, rows * columns)),
  ];
}

/** Undoes `partsOf` for all blocks. */
function joined(parts: NamedArrays, blocks: readonly WeightBlock[]): BlockValues {
  const values = [...parts.values()].map((part) => part.values);
  return blocks.map((_, i) => Float32Array.from([...(values[2 * i] ?? []), ...(values[2 * i + 1] ?? [])]));
}

/**
 * What some calls of `update` do to a new store.
 * @param start the weights before
 * @param gradients of each update
 * @param settings the same for all
 */
export async function updatesReference(
  blocks: readonly WeightBlock[],
  start: BlockValues,
  gradients: readonly BlockValues[],
  settings: Omit<UpdateSettings, 'updates'>,
): Promise<Updated> {
  const partsOfAll = (values: BlockValues): Tensor[] =>
    blocks.flatMap((block, i) => partsOf(block, values[i] ?? new Float32Array()));
  const parameters = tidy(() => partsOfAll(start).map((part) => variable(part)));
  const weights = new Map(parameters.map((parameter, i) => [`${i}`, parameter]));
  const optimizer = createAdamW(weights, settings);
  const gradNorms = gradients.map((values) =>
    tidy(() => {
      const parts = partsOfAll(values);
      const norm = globalNorm(parts);
      optimizer.step(parts, clipDivisor(norm, settings.clipNorm), settings.learningRate);
      return norm.arraySync();
    }),
  );
  const { m, v } = await optimizer.arrays();
  const after = await readArrays(weights);
  optimizer.dispose();
  for (const parameter of parameters) parameter.dispose();
  return { blocks: joined(after, blocks), m: joined(m, blocks), v: joined(v, blocks), gradNorms };
}
