import { sumLanes } from '../assembly/lanes.assembly';

/** Numbers that are added up in float32 before their sum joins the others in float64. */
const SHARE = 4096;

/** @param count a multiple of 4 */
export function sumOfSquares(numbers: usize, count: i32): f64 {
  let total: f64 = 0;
  for (let first = 0; first < count; first += SHARE) {
    let sum = f32x4.splat(0);
    const end = numbers + 4 * min(SHARE, count - first);
    for (; numbers < end; numbers += 16) {
      const x = v128.load(numbers);
      sum = f32x4.add(sum, f32x4.mul(x, x));
    }
    total += sumLanes(sum);
  }
  return total;
}

/** The sum of the first column of a (rows, 4) matrix. */
export function sumOfFirstColumn(matrix: usize, rows: i32): f64 {
  let total: f64 = 0;
  for (let row = 0; row < rows; row++) total += load<f32>(matrix + 16 * row);
  return total;
}

/**
 * Moves weights by AdamW.
 * @param count a multiple of 4
 * @param divisor of the gradients, which clips them
 * @param m, v running means of the gradients and of their squares
 * @param mCorrection 1 - beta1^updates, and likewise `vCorrection`: they undo that the means started at 0
 * @param decay how strongly a weight is pulled towards 0
 */
export function moveWeights(
  weights: usize,
  gradients: usize,
  m: usize,
  v: usize,
  count: i32,
  divisor: f32,
  learningRate: f32,
  beta1: f64,
  beta2: f64,
  mCorrection: f32,
  vCorrection: f32,
  epsilon: f32,
  decay: f32,
): void {
  const kept1 = f32x4.splat(<f32>beta1);
  const kept2 = f32x4.splat(<f32>beta2);
  const new1 = f32x4.splat(<f32>(1 - beta1));
  const new2 = f32x4.splat(<f32>(1 - beta2));
  const divisors = f32x4.splat(divisor);
  const rate = f32x4.splat(learningRate);
  const correction1 = f32x4.splat(mCorrection);
  const correction2 = f32x4.splat(vCorrection);
  const smallest = f32x4.splat(epsilon);
  const decays = f32x4.splat(decay);
  for (let i: usize = 0; i < <usize>(4 * count); i += 16) {
    const g = f32x4.div(v128.load(gradients + i), divisors);
    const mean = f32x4.add(f32x4.mul(v128.load(m + i), kept1), f32x4.mul(g, new1));
    const square = f32x4.add(f32x4.mul(v128.load(v + i), kept2), f32x4.mul(f32x4.mul(g, g), new2));
    v128.store(m + i, mean);
    v128.store(v + i, square);
    const typical = f32x4.add(f32x4.sqrt(f32x4.div(square, correction2)), smallest);
    const direction = f32x4.div(f32x4.div(mean, correction1), typical);
    const w = v128.load(weights + i);
    v128.store(weights + i, f32x4.sub(w, f32x4.mul(rate, f32x4.add(direction, f32x4.mul(decays, w)))));
  }
}
