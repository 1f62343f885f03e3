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

/**
 * The pairs of neighbours in a piece, each as often as a merge would replace it.
 *
 * "aaa" holds the pair "aa" once, not twice: after the first replacement only one "a" is left.
 */
export function* pairsIn(ids: readonly number[]): Generator<number, void, void> {
  let previous = -1;
  for (let i = 1; i < ids.length; i++) {
    const key = pairKey(ids[i - 1] as number, ids[i] as number);
    const overlaps = key === previous && ids[i - 1] === ids[i];
    if (!overlaps) yield key;
    previous = overlaps ? -1 : key;
  }
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
