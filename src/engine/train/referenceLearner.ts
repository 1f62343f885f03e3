import { concat, reshape, stack, tidy } from '@tensorflow/tfjs-core';
import type { Rank, Tensor1D } from '@tensorflow/tfjs-core';
import type { GPTConfig, TrainConfig } from '../config';
import type { Batch } from '../data/batch';
import { readArrays } from '../model/parameters';
import type { GPTParams } from '../model/parameters';
import { createAdamW } from '../optim/adamw';
import type { AdamW, OptimizerArrays } from '../optim/adamw';
import { clipDivisor, globalNorm } from '../optim/clip';
import type { Learner, Outcome } from '../runtime';
import { batchLoss, lossAndGradients } from './batchLoss';

const MAX_WAITING = 8;

/** One update. @returns (2), its loss and gradient norm, still on the backend */
function learn(
  params: GPTParams,
  config: GPTConfig,
  batch: Batch,
  { optimizer, clipNorm, learningRate }: { optimizer: AdamW; clipNorm: number; learningRate: number },
): Tensor1D {
  return tidy(() => {
    const { loss, gradients } = lossAndGradients(params, config, batch);
    const norm = globalNorm(gradients);
    optimizer.step(gradients, clipDivisor(norm, clipNorm), learningRate);
    return concat([reshape<Rank.R1>(loss, [1]), reshape<Rank.R1>(norm, [1])]);
  });
}

/**
 * The learner of the reference runtime: loss, gradients, clipping and AdamW, one TensorFlow.js operation after the
 * other.
 * @param params changed in place; they stay the caller's
 * @throws RangeError when the saved optimizer state is of another model
 */
export function createReferenceLearner(
  params: GPTParams,
  config: GPTConfig,
  trainConfig: TrainConfig,
  saved?: OptimizerArrays,
): Learner {
  const optimizer = createAdamW(params.named, trainConfig, saved);
  /** (2) each, loss and gradient norm, still on the backend */
  let waiting: Tensor1D[] = [];
  const disposeWaiting = (): void => {
    for (const outcome of waiting) outcome.dispose();
    waiting = [];
  };

  const update = (batch: Batch, learningRate: number): void => {
    if (waiting.length === MAX_WAITING) {
      throw new RangeError(
        `expected at most ${MAX_WAITING} updates whose outcomes wait, got one more; read them with outcomes()`,
      );
    }
    waiting.push(learn(params, config, batch, { optimizer, clipNorm: trainConfig.clipNorm, learningRate }));
  };

  const outcomes = async (): Promise<Outcome[]> => {
    const count = waiting.length;
    if (count === 0) return [];
    const stacked = tidy(() => stack(waiting)); // (count, 2)
    disposeWaiting();
    const values = await stacked.data<'float32'>();
    stacked.dispose();
    return Array.from({ length: count }, (_, i) => ({
      lossNats: values[2 * i] as number,
      gradNorm: values[2 * i + 1] as number,
    }));
  };

  return {
    maxWaiting: MAX_WAITING,
    update,
    outcomes,
    loss: async (batch) => {
      const loss = batchLoss(params, config, batch);
      const [nats = NaN] = await loss.data();
      loss.dispose();
      return nats;
    },
    gradients: async (batch) => {
      const { loss, gradients } = lossAndGradients(params, config, batch);
      loss.dispose();
      const names = [...params.named.keys()];
      const arrays = await readArrays(
        new Map(gradients.map((gradient, i) => [names[i] as string, gradient])),
      );
      for (const gradient of gradients) gradient.dispose();
      return arrays;
    },
    optimizer: () => optimizer.arrays(),
    dispose: () => {
      disposeWaiting();
      optimizer.dispose();
    },
  };
}
