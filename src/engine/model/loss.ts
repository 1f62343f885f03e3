import {
  add,
  cast,
  customGrad,
  div,
  log,
  max,
  mul,
  neg,
  oneHot,
  reshape,
  softmax,
  sub,
  sum,
} from '@tensorflow/tfjs-core';
import type { Rank, Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Masked cross-entropy: how surprised the model is by the tokens that came, in nats per token.
 *
 * A target's log-probability is not the logarithm of its probability, which may have rounded to 0, but how far
 * its logit lies below the row's largest, measured from the log-probability of that largest.
 *
 * The gradient is written by hand because it is simpler than the steps it comes from: each row of logits is
 * pushed by the probabilities it gave minus the ones it should have given.
 *
 * @param logits (N, V) float32
 * @param targets (N) int32, each below V
 * @param lossMask (N) float32, 1 where the target counts and 0 where it does not; at least one 1
 * @returns scalar, the mean over the targets that count
 */
export function crossEntropy(logits: Tensor2D, targets: Tensor1D, lossMask: Tensor1D): Scalar {
  const [N, V] = logits.shape;
  const meanSurprise = customGrad<Scalar>((_logits, save) => {
    const weights = reshape<Rank.R2>(div(lossMask, sum(lossMask)), [N, 1]); // sums to 1
    // Cast afterwards: asked for float32, wasm's oneHot fills it with the bits of integers.
    const expected = cast(oneHot(targets, V), 'float32'); // (N, V)
    const probs = softmax(logits); // (N, V)
    const push = mul(sub(probs, expected), weights); // (N, V), d loss / d logits
    if (typeof save === 'function') save([push]);

    const targetLogit = sum(mul(expected, logits), 1, true); // (N, 1)
    const belowLargest = sub(targetLogit, max(logits, 1, true)); // (N, 1), at most 0
    const logProb = add(belowLargest, log(max(probs, 1, true))); // (N, 1)
    return {
      value: neg(sum<Scalar>(mul(logProb, weights))),
      gradFunc: (dy, saved) => saved.map((kept) => mul(kept, dy)),
    };
  });
  return meanSurprise(logits);
}
