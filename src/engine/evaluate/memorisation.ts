import { functionBody, type FunctionBody } from './functionBody';

/** What of the training texts a program is most like. */
export interface NearestText {
  /** The training text, whole. */
  readonly text: string;
  /** True when its function has the same arguments and body: see `FunctionBody` for what does not count. */
  readonly isVerbatim: boolean;
  /** True when some training text has the same body, but perhaps under other names of arguments and variables. */
  readonly isRenamed: boolean;
  /** Twice the words and signs that both hold in the same order, names included, of all that both hold; 0..1. */
  readonly similarity: number;
}

/** Training texts that are the same function up to names. */
interface Family {
  readonly unnamed: readonly string[];
  /** How often each token occurs in `unnamed`. */
  readonly counts: ReadonlyMap<string, number>;
  /** One text of each set of names. */
  readonly texts: string[];
}

const keyOf = (tokens: readonly string[]): string => tokens.join('\u0000');

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Tokens that both hold, in whatever order. */
function sharedCount(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [token, count] of a) shared += Math.min(count, b.get(token) ?? 0);
  return shared;
}

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const row = new Uint16Array(b.length + 1);
  for (const token of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number;
      row[j] = token === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}

/** A number of tokens in common as a share of all tokens of both. */
function shareOf(common: number, a: readonly string[], b: readonly string[]): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * common) / total;
}

function similarityOf(a: readonly string[], b: readonly string[]): number {
  return shareOf(commonLength(a, b), a, b);
}

/**
 * Remembers training texts, to tell what a model wrote from memory.
 *
 * A function is kept once for each set of names: tens of thousands of snippets are a few hundred functions.
 */
export class TrainingMemory {
  private readonly verbatim = new Map<string, string>();
  private readonly families = new Map<string, Family>();

  /** Functions remembered, those with the same arguments and body counted once. */
  get size(): number {
    return this.verbatim.size;
  }

  /** Functions remembered, those that differ in names only counted once. */
  get familyCount(): number {
    return this.families.size;
  }

  add(text: string): void {
    const { tokens, unnamed } = functionBody(text);
    const exact = keyOf(tokens);
    if (this.verbatim.has(exact)) return;
    this.verbatim.set(exact, text);
    const key = keyOf(unnamed);
    const family = this.families.get(key);
    if (family) family.texts.push(text);
    else this.families.set(key, { unnamed, counts: countsOf(unnamed), texts: [text] });
  }

  /**
   * The most similar text: the same function if there is one, then one that differs in names only, then the one
   * that, names aside, has most in common with the program; among texts that differ in names only, the closest names.
   * @returns null when nothing is remembered
   */
  nearest(program: string): NearestText | null {
    const body = functionBody(program);
    const same = this.verbatim.get(keyOf(body.tokens));
    if (same !== undefined) return { text: same, isVerbatim: true, isRenamed: true, similarity: 1 };
    const renamed = this.families.get(keyOf(body.unnamed));
    const isRenamed = renamed !== undefined;
    const family = renamed ?? this.mostAlike(body);
    let nearest: NearestText | null = null;
    for (const text of family?.texts ?? []) {
      const similarity = similarityOf(body.tokens, functionBody(text).tokens);
      if (similarity > (nearest?.similarity ?? -1))
        nearest = { text, isVerbatim: false, isRenamed, similarity };
    }
    return nearest;
  }

  /** The family that has most in common with a body, the first of those that have equally much. */
  private mostAlike({ unnamed }: FunctionBody): Family | null {
    const counts = countsOf(unnamed);
    // What two functions share in any order is the most they can share in the same order: the rest need no comparing.
    const candidates = [...this.families.values()]
      .map((family) => ({
        family,
        most: shareOf(sharedCount(counts, family.counts), unnamed, family.unnamed),
      }))
      .sort((a, b) => b.most - a.most);
    let best: Family | null = null;
    let highest = -1;
    for (const { family, most } of candidates) {
      if (most <= highest) break;
      const similarity = similarityOf(unnamed, family.unnamed);
      if (similarity > highest) [best, highest] = [family, similarity];
    }
    return best;
  }
}
