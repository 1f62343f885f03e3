import type { Merge } from './tokenizer';

const STRIDE = 65536;

/** One number for a pair of neighbours. Smaller `left`, then smaller `right`, gives the smaller key. */
export function pairKey(left: number, right: number): number {
  return left * STRIDE + right;
}

/** The pair of a key. */
export function pairOf(key: number): { left: number; right: number } {
  return { left: Math.floor(key / STRIDE), right: key % STRIDE };
}

/** The ids of a piece after one merge, replaced from left to right. */
export function applyMerge(ids: readonly number[], { left, right, id }: Merge): number[] {
  const merged: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const isPair = ids[i] === left && ids[i + 1] === right;
    merged.push(isPair ? id : (ids[i] as number));
    if (isPair) i++;
  }
  return merged;
}
