import { pairKey } from './pairs';
import type { Merge } from './tokenizer';

/** How often each pair of neighbours occurs in a corpus, kept up to date while pairs are merged. */
export interface PairIndex {
  /** The most frequent pair, the lowest key among equals; count 0 when no pair is left. */
  mostFrequent(): { key: number; count: number };
  /** Replaces the pair everywhere, from left to right. */
  replace(merge: Merge): void;
  /** Length of the corpus in tokens. */
  tokens(): number;
}

/** A distinct piece of the corpus as it is spelled so far. */
interface Piece {
  readonly ids: number[];
  /** How often it occurs. */
  readonly count: number;
}

/** The counts of all pairs, and the pieces to visit when one of them is merged. */
class PairCounts {
  readonly #counts = new Map<number, number>();
  readonly #holders = new Map<number, Set<Piece>>();

  /** Corrects the count of a pair; a neighbour beyond the end of a piece is undefined and makes no pair. */
  add(piece: Piece, left: number | undefined, right: number | undefined, sign: 1 | -1): void {
    if (left === undefined || right === undefined) return;
    const key = pairKey(left, right);
    const count = (this.#counts.get(key) ?? 0) + sign * piece.count;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
    if (sign < 0) return;
    // A piece that lost a pair stays listed under it: looking there again finds nothing, which is harmless.
    const holders = this.#holders.get(key);
    if (holders) holders.add(piece);
    else this.#holders.set(key, new Set([piece]));
  }

  mostFrequent(): { key: number; count: number } {
    let best = { key: -1, count: 0 };
    for (const [key, count] of this.#counts) {
      if (count > best.count || (count === best.count && key < best.key)) best = { key, count };
    }
    return best;
  }

  /** The pieces that may hold a pair, forgotten here because the pair is about to disappear. */
  takeHolders(key: number): Iterable<Piece> {
    const holders = this.#holders.get(key) ?? [];
    this.#holders.delete(key);
    return holders;
  }
}

/** Replaces a pair in one piece, writing the shorter row of ids over the longer one. @returns replacements made */
function replaceIn(piece: Piece, { left, right, id }: Merge, pairs: PairCounts): number {
  const { ids } = piece;
  const lengthBefore = ids.length;
  let written = 0;
  for (let i = 0; i < ids.length; i++) {
    const isPair = ids[i] === left && ids[i + 1] === right;
    if (isPair) {
      const before = written > 0 ? ids[written - 1] : undefined;
      const after = ids[i + 2];
      pairs.add(piece, before, left, -1);
      pairs.add(piece, left, right, -1);
      pairs.add(piece, right, after, -1);
      pairs.add(piece, before, id, 1);
      pairs.add(piece, id, after, 1);
      i++;
    }
    ids[written++] = isPair ? id : (ids[i] as number);
  }
  ids.length = written;
  return lengthBefore - written;
}

/**
 * Indexes the distinct pieces of a corpus by the pairs they hold.
 *
 * A word that occurs a thousand times is stored once, with its count; a merge visits only the pieces that
 * hold its pair, and corrects only the counts of the pairs it touches.
 * @param pieceCounts distinct pieces and how often each occurs
 */
export function createPairIndex(pieceCounts: ReadonlyMap<string, number>): PairIndex {
  const encoder = new TextEncoder();
  const pairs = new PairCounts();
  let tokens = 0;
  for (const [text, count] of pieceCounts) {
    const piece: Piece = { ids: Array.from(encoder.encode(text)), count };
    tokens += count * piece.ids.length;
    for (let i = 1; i < piece.ids.length; i++) pairs.add(piece, piece.ids[i - 1], piece.ids[i], 1);
  }
  return {
    mostFrequent: () => pairs.mostFrequent(),
    replace: (merge) => {
      for (const piece of pairs.takeHolders(pairKey(merge.left, merge.right))) {
        tokens -= piece.count * replaceIn(piece, merge, pairs);
      }
    },
    tokens: () => tokens,
  };
}
