import { applyMerge, pairKey, pairsIn } from './pairs';
import type { Merge } from './tokenizer';

/** How often each pair of neighbours occurs in a corpus, kept up to date while pairs are merged. */
export interface PairIndex {
  /** The most frequent pair, the lowest key among equals; count 0 when no pair is left. */
  mostFrequent(): { key: number; count: number };
  /** Replaces the pair everywhere. */
  replace(merge: Merge): void;
  /** Length of the corpus in tokens. */
  tokens(): number;
}

/**
 * Indexes the distinct pieces of a corpus by the pairs they hold.
 *
 * A word that occurs a thousand times is stored once, with its count; a merge then touches only the pieces
 * that hold its pair. That turns minutes into a fraction of a second.
 * @param pieceCounts distinct pieces and how often each occurs
 */
export function createPairIndex(pieceCounts: ReadonlyMap<string, number>): PairIndex {
  const encoder = new TextEncoder();
  const pieces = Array.from(pieceCounts, ([text, count]) => ({
    ids: Array.from(encoder.encode(text)),
    count,
  }));
  const pairCounts = new Map<number, number>();
  const piecesWith = new Map<number, Set<number>>();
  let tokens = 0;

  /** Adds a piece to the counts (sign 1) or takes it out (sign -1). */
  const tally = (pieceIndex: number, sign: 1 | -1): void => {
    const piece = pieces[pieceIndex];
    if (piece === undefined) return;
    tokens += sign * piece.count * piece.ids.length;
    for (const key of pairsIn(piece.ids)) {
      const count = (pairCounts.get(key) ?? 0) + sign * piece.count;
      if (count > 0) pairCounts.set(key, count);
      else pairCounts.delete(key);
      if (sign < 0) continue;
      // A piece that lost a pair stays listed under it; merging there again finds nothing, which is harmless.
      const holders = piecesWith.get(key);
      if (holders) holders.add(pieceIndex);
      else piecesWith.set(key, new Set([pieceIndex]));
    }
  };
  for (const pieceIndex of pieces.keys()) tally(pieceIndex, 1);

  return {
    mostFrequent: () => {
      let best = { key: -1, count: 0 };
      for (const [key, count] of pairCounts) {
        if (count > best.count || (count === best.count && key < best.key)) best = { key, count };
      }
      return best;
    },
    replace: (merge) => {
      const key = pairKey(merge.left, merge.right);
      for (const pieceIndex of piecesWith.get(key) ?? []) {
        const piece = pieces[pieceIndex];
        if (piece === undefined) continue;
        tally(pieceIndex, -1);
        piece.ids = applyMerge(piece.ids, merge);
        tally(pieceIndex, 1);
      }
      piecesWith.delete(key);
    },
    tokens: () => tokens,
  };
}
