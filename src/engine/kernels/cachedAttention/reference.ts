import { concat, gather, range, slice } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { attentionReference } from '../attention/reference';
import type { CacheWindow } from '../kernels';

/**
 * What `cachedAttention` computes: what `attention` would say at the slots that ask, had each row of the batch been
 * run alone and from its first token on.
 * @param cache (slots kept * B, 3C)
 * @param firstSlots for each row of the batch, the slot of its first token; none after `firstSlot`
 * @returns (slots * B, C)
 */
export function cachedAttentionReference(
  cache: Tensor2D,
  firstSlots: readonly number[],
  { B, nHead, firstSlot, slots }: CacheWindow,
): Tensor2D {
  const C = cache.shape[1] / 3;
  const byRow = firstSlots.map((first, b) => {
    const T = firstSlot + slots - first;
    const qkv = gather(cache, range(first * B + b, (firstSlot + slots - 1) * B + b + 1, B, 'int32')); // (T, 3C)
    const { y } = attentionReference(qkv, { B: 1, T, nHead }); // (T, C)
    return slice(y, [T - slots, 0], [slots, C]);
  });
  const order = Array.from({ length: slots * B }, (_, i) => (i % B) * slots + Math.floor(i / B));
  return gather(concat(byRow), order); // rows (b, slot) become (slot, b)
}
