import { logarithm } from '../assembly/exponential.assembly';
import { exponentials, largestOf, scaleAll } from '../assembly/softmax.assembly';

/** Surprise in nats at a target, given a row's largest logit and its sum of exponentials. */
function nats(logits: usize, target: usize, largest: f32, total: f32): f32 {
  return <f32>logarithm(<f64>total) + (largest - load<f32>(logits + 4 * target));
}

/**
 * losses (rows, 4): weight times surprise in nats, 0, 0, 0
 * @param dLogits (rows, V4) gets weight * (softmax - one-hot), 0 beyond V; or 0 for none
 */
export function crossEntropy(
  logits: usize,
  batch: usize,
  V: i32,
  losses: usize,
  dLogits: usize,
  rows: i32,
  V4: i32,
): void {
  for (let row = 0; row < rows; row++) {
    const target = <usize>load<f32>(batch, 4);
    const weight = load<f32>(batch, 8);
    memory.fill(losses, 0, 16);
    if (weight == 0) {
      if (dLogits) memory.fill(dLogits, 0, 4 * V4);
    } else {
      const largest = largestOf(logits, V);
      const total = exponentials(logits, V, largest, 1, dLogits);
      store<f32>(losses, weight * nats(logits, target, largest, total));
      if (dLogits) {
        scaleAll(dLogits, V, weight / total);
        store<f32>(dLogits + 4 * target, load<f32>(dLogits + 4 * target) - weight);
      }
    }
    logits += 4 * V4;
    batch += 16;
    losses += 16;
    if (dLogits) dLogits += 4 * V4;
  }
}
