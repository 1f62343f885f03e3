import type { Batch } from '../data/batch';
import { ceil4 } from './layout';

/**
 * A batch as its kernels read it: one row (token, target, weight, 0) for each position.
 *
 * Rows of T tokens are filled up to a multiple of 4 with tokens that count for nothing and that, standing behind the
 * others, nobody looks at.
 * @returns (B * ceil4(T), 4)
 */
export function batchRows({ B, T, ids, targets, lossMask }: Batch): Float32Array {
  const padded = ceil4(T);
  const rows = new Float32Array(B * padded * 4);
  const counted = lossMask.reduce((total, counts) => total + counts, 0);
  for (let b = 0; b < B; b++) {
    for (let t = 0; t < T; t++) {
      const from = b * T + t;
      const to = 4 * (b * padded + t);
      rows[to] = ids[from] ?? 0;
      rows[to + 1] = targets[from] ?? 0;
      rows[to + 2] = (lossMask[from] ?? 0) / counted;
    }
  }
  return rows;
}
