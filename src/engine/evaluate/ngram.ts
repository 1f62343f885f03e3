/** Bits per byte of models that only count: the marks a neural network has to beat. Fewer is better. */
export interface NgramBaselines {
  /** Every byte that occurs is equally likely. */
  readonly uniform: number;
  /** How frequent each byte is. */
  readonly unigram: number;
  /** ... after the byte before it. */
  readonly bigram: number;
  /** ... after the three bytes before it. */
  readonly fourGram: number;
}

/** What followed one context in the training text. */
interface Followers {
  total: number;
  readonly counts: Map<number, number>;
}

const MAX_CONTEXT = 3;

/** For each context length: what followed each context. The key of a context is its bytes as one number. */
type ContextTables = readonly Map<number, Followers>[];

/** The `length` bytes before `position` as one number. */
function contextKey(bytes: Uint8Array, position: number, length: number): number {
  let key = 0;
  for (let i = position - length; i < position; i++) key = key * 256 + (bytes[i] as number);
  return key;
}

function countFollowers(bytes: Uint8Array): ContextTables {
  const tables: Map<number, Followers>[] = Array.from({ length: MAX_CONTEXT + 1 }, () => new Map());
  for (const [position, byte] of bytes.entries()) {
    for (const [length, table] of tables.entries()) {
      if (length > position) break;
      const key = contextKey(bytes, position, length);
      let followers = table.get(key);
      if (followers === undefined) table.set(key, (followers = { total: 0, counts: new Map() }));
      followers.total += 1;
      followers.counts.set(byte, (followers.counts.get(byte) ?? 0) + 1);
    }
  }
  return tables;
}

/**
 * Bits per byte of counting models on held-out text, after counting in the training text.
 *
 * Each model leans on the next simpler one where its own counts are thin (Witten-Bell interpolation): a context
 * seen n times with d different followers trusts its counts with weight n and the simpler model with weight d.
 * The simplest is uniform over the bytes of both texts, so no byte is impossible.
 * @throws RangeError when a text is empty
 */
export function ngramBaselines(trainText: string, valText: string): NgramBaselines {
  const encoder = new TextEncoder();
  const train = encoder.encode(trainText);
  const val = encoder.encode(valText);
  if (train.length === 0 || val.length === 0) {
    throw new RangeError(
      `Baselines need text to count and text to test, got ${train.length} and ${val.length} bytes`,
    );
  }
  const tables = countFollowers(train);
  const alphabet = new Set(train);
  for (const byte of val) alphabet.add(byte);
  const uniform = 1 / alphabet.size;
  const bits = tables.map(() => 0);
  for (const [position, byte] of val.entries()) {
    let prob = uniform;
    for (const [length, table] of tables.entries()) {
      const followers = length > position ? undefined : table.get(contextKey(val, position, length));
      if (followers) {
        const { total, counts } = followers;
        prob = ((counts.get(byte) ?? 0) + counts.size * prob) / (total + counts.size);
      }
      bits[length] = (bits[length] ?? 0) - Math.log2(prob);
    }
  }
  const [unigram = 0, bigram = 0, , fourGram = 0] = bits.map((total) => total / val.length);
  return { uniform: -Math.log2(uniform), unigram, bigram, fourGram };
}
