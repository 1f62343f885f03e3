import { sumLanes } from '../assembly/lanes.assembly';
import { softmax } from '../assembly/softmax.assembly';

/** scores[s] = q k(s), for `count` keys. */
function scoreKeys(q: usize, k: usize, stride: usize, count: i32, hs: i32, scores: usize): void {
  for (let s = 0; s < count; s++) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < 4 * hs; i += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(q + i), v128.load(k + i)));
    }
    store<f32>(scores + 4 * s, sumLanes(sum));
    k += stride;
  }
}

/** out = the sum of share(s) v(s). */
function mixValues(v: usize, stride: usize, shares: usize, count: i32, hs: i32, out: usize): void {
  for (let i: usize = 0; i < 4 * hs; i += 16) {
    let sum = f32x4.splat(0);
    let here = v + i;
    for (let s = 0; s < count; s++) {
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(shares + 4 * s), v128.load(here)));
      here += stride;
    }
    v128.store(out + i, sum);
  }
}

/**
 * out (slots * B, C): attention of some slots to all slots of their row up to themselves
 * @param cache (slots kept * B, 3C), row slot * B + b
 * @param asked first slot of the row in its third column; a slot before that sees itself only
 * @param hs numbers per head, a multiple of 4
 * @param scratch room for a number per slot, rounded up to a multiple of 4
 */
export function cachedAttention(
  cache: usize,
  asked: usize,
  out: usize,
  B: i32,
  firstSlot: i32,
  slots: i32,
  nHead: i32,
  hs: i32,
  scratch: usize,
): void {
  const outRow: usize = 4 * nHead * hs;
  const stride = 3 * outRow * B; // from a slot to the next
  const scale: f32 = 1 / sqrt<f32>(<f32>hs);
  for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
    for (let b = 0; b < B; b++) {
      const first = min(<i32>load<f32>(asked, 8), slot);
      const count = slot + 1 - first;
      for (let left: usize = 0; left < outRow; left += 4 * hs) {
        const query = cache + slot * stride + 3 * outRow * b + left;
        const key = cache + first * stride + 3 * outRow * b + outRow + left;
        scoreKeys(query, key, stride, count, hs, scratch);
        softmax(scratch, count, scale);
        mixValues(key + outRow, stride, scratch, count, hs, out + left);
      }
      asked += 16;
      out += outRow;
    }
  }
}
