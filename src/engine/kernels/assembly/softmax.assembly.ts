import { exp4 } from './exponential.assembly';
import { firstLanes, largestLane, sumLanes } from './lanes.assembly';

const NEVER: f32 = -1e30;

/** The largest of the first `count` numbers. */
export function largestOf(numbers: usize, count: i32): f32 {
  const never = f32x4.splat(NEVER);
  const end = numbers + 4 * (count & ~3);
  let largest = never;
  for (; numbers < end; numbers += 16) largest = f32x4.pmax(largest, v128.load(numbers));
  const rest = v128.bitselect(v128.load(numbers), never, firstLanes(count & 3));
  return largestLane(f32x4.pmax(largest, rest));
}

/**
 * e^(scale * (x - largest)) of the first `count` numbers, 0 behind them up to a multiple of 4.
 * @param out where to put them, may be the numbers themselves, or 0 for nowhere
 * @returns their sum
 */
export function exponentials(numbers: usize, count: i32, largest: f32, scale: f32, out: usize): f32 {
  const peak = f32x4.splat(largest);
  const factor = f32x4.splat(scale);
  const end = numbers + 4 * (count & ~3);
  let total = f32x4.splat(0);
  for (; numbers < end; numbers += 16) {
    const e = exp4(f32x4.mul(f32x4.sub(v128.load(numbers), peak), factor));
    total = f32x4.add(total, e);
    if (out) {
      v128.store(out, e);
      out += 16;
    }
  }
  if (count & 3) {
    const e = exp4(f32x4.mul(f32x4.sub(v128.load(numbers), peak), factor));
    const kept = v128.and(e, firstLanes(count & 3));
    total = f32x4.add(total, kept);
    if (out) v128.store(out, kept);
  }
  return sumLanes(total);
}

/** Multiplies numbers by a factor in place. @param count rounded up to a multiple of 4 */
export function scaleAll(numbers: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let i = 0; i < count; i += 4) {
    v128.store(numbers + 4 * i, f32x4.mul(v128.load(numbers + 4 * i), factors));
  }
}

/** Softmax of `scale` times the first `count` numbers, in place; 0 behind them up to a multiple of 4. */
export function softmax(numbers: usize, count: i32, scale: f32): void {
  const total = exponentials(numbers, count, largestOf(numbers, count), scale, numbers);
  scaleAll(numbers, count, 1 / total);
}
