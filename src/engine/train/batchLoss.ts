import { reshape, tensor1d, tensor2d, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Rank, Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { GPTConfig } from '../config';
import type { Batch } from '../data/batch';
import { forward } from '../model/gpt';
import { crossEntropy } from '../model/loss';
import type { GPTParams } from '../model/parameters';

/**
 * The model's loss on a batch.
 * @returns scalar, mean nats over the targets that count; the caller disposes
 */
export function batchLoss(params: GPTParams, config: GPTConfig, batch: Batch): Scalar {
  const { B, T, ids, targets, lossMask } = batch;
  return tidy(() => {
    const logits = forward(params, config, tensor2d(ids, [B, T], 'int32')); // (B, T, V)
    const flat = reshape<Rank.R2>(logits, [B * T, config.vocabSize]);
    return crossEntropy(flat, tensor1d(targets, 'int32'), tensor1d(lossMask));
  });
}

/**
 * The loss, and which way each parameter would raise it.
 * @returns gradients in the order of `params.named`; the caller disposes all
 */
export function lossAndGradients(
  params: GPTParams,
  config: GPTConfig,
  batch: Batch,
): { loss: Scalar; gradients: Tensor[] } {
  return tidy(() => {
    const { value, grads } = valueAndGrads(() => batchLoss(params, config, batch))([
      ...params.named.values(),
    ]);
    return { loss: value, gradients: grads };
  });
}
