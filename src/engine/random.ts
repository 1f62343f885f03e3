/**
 * A seeded source of randomness with named forks.
 *
 * Every random decision of a run (weights, batches, samples) draws from its own named fork, so
 * adding a draw in one place never shifts the numbers in another, and a run resumed at step n
 * continues with exactly the numbers it would have had.
 *
 * The stream is the "small fast counter" generator with 32-bit words, seeded by an FNV-1a hash.
 */
export interface Random {
  /** The path of names that made this stream, e.g. `7/batch/120`. */
  readonly path: string;
  /** The next number, uniform in [0, 1). */
  next(): number;
  /** A whole number, uniform in [0, limit). @throws RangeError when limit is not a positive integer. */
  int(limit: number): number;
  /** A draw from the standard normal distribution (Box-Muller). */
  normal(): number;
  /** One element, uniformly. @throws RangeError when the list is empty. */
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream that depends on this stream's path and `name` only, never on draws made so far. */
  fork(name: string | number): Random;
}

/** 32-bit FNV-1a over UTF-16 code units, started from `basis`. */
function hash32(text: string, basis: number): number {
  let hash = basis >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** The raw stream: 128 bits of state, period about 2^127. */
function smallFastCounter(path: string): () => number {
  let a = hash32(path, 0x811c9dc5);
  let b = hash32(path, 0x9e3779b9);
  let c = hash32(path, 0x85ebca6b);
  let counter = 1;
  const nextWord = (): number => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word;
    c |= 0;
    return word >>> 0;
  };
  // The hash of two similar names is similar: run the generator until the state has mixed.
  for (let i = 0; i < 16; i++) nextWord();
  return nextWord;
}

/**
 * Opens the stream of a seed.
 * @param seed any text or number; `7` and `'7'` are the same seed
 */
export function createRandom(seed: string | number): Random {
  const path = String(seed);
  const nextWord = smallFastCounter(path);
  const next = (): number => nextWord() / 4294967296;
  const int = (limit: number): number => {
    if (!Number.isInteger(limit) || limit < 1) {
      throw new RangeError(`int expects a positive whole limit, got ${limit}`);
    }
    return Math.floor(next() * limit);
  };
  return {
    path,
    next,
    int,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('pick expects a non-empty list');
      return items[int(items.length)] as T;
    },
    shuffle: <T>(items: readonly T[]): T[] => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(i + 1);
        [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
      }
      return copy;
    },
    fork: (name) => createRandom(`${path}/${name}`),
  };
}
