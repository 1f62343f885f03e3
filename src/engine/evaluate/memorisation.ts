/** What of a training text a program is most like. */
export interface NearestText {
  /** The training text, whole. */
  readonly text: string;
  /** True when its body is the same but for blanks, comments and the name of the function. */
  readonly isVerbatim: boolean;
  /** Share of the words and signs of both bodies that they have in common and in the same order, 0..1. */
  readonly similarity: number;
}

/** A function without what does not matter: its request, its name, blanks. */
interface Body {
  /** Words, signs and line breaks with their indentation. */
  readonly words: readonly string[];
  /** The same with the arguments called by their place, so that functions that differ in names only are alike. */
  readonly unnamed: readonly string[];
}

const WORD = /"[^"\n]*"|'[^'\n]*'|[A-Za-z_]\w*|\d+(?:\.\d+)?|\n *|[^\s\w]/g;

/** Lines of the first function of a program, without its signature; all lines when there is none. */
function functionLines(program: string): {
  readonly parameters: readonly string[];
  readonly lines: readonly string[];
} {
  const lines = program.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const start = lines.findIndex((line) => /^def /.test(line));
  if (start < 0) return { parameters: [], lines };
  const parameters = /\(([^)]*)\)/.exec(lines[start] ?? '')?.[1]?.match(/[A-Za-z_]\w*/g) ?? [];
  const end = lines.findIndex((line, i) => i > start && !/^\s/.test(line));
  return { parameters, lines: lines.slice(start + 1, end < 0 ? undefined : end) };
}

function bodyOf(program: string): Body {
  const { parameters, lines } = functionLines(program);
  const code = lines.filter((line) => !/^\s*("""|''')/.test(line)).map((line) => line.trimEnd());
  const words = `\n${code.join('\n')}`.match(WORD) ?? [];
  const unnamed = words.map((word) => {
    const place = parameters.indexOf(word);
    return place < 0 ? word : `$${place}`;
  });
  return { words, unnamed };
}

const keyOf = (words: readonly string[]): string => words.join('\u0000');

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      next[j + 1] =
        word === b[j] ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Words in common, of all words of both. */
function similarityOf(a: readonly string[], b: readonly string[]): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * commonLength(a, b)) / total;
}

/**
 * Remembers training texts, to tell what a model wrote from memory.
 *
 * Texts that differ in names only are kept once: tens of thousands of snippets have a few thousand bodies.
 */
export class TrainingMemory {
  private readonly verbatim = new Map<string, string>();
  private readonly bodies = new Map<string, { readonly text: string; readonly body: Body }>();

  /** Texts remembered, those with the same body counted once. */
  get size(): number {
    return this.verbatim.size;
  }

  add(text: string): void {
    const body = bodyOf(text);
    const exact = keyOf(body.words);
    if (this.verbatim.has(exact)) return;
    this.verbatim.set(exact, text);
    const key = keyOf(body.unnamed);
    if (!this.bodies.has(key)) this.bodies.set(key, { text, body });
  }

  /** The most similar text; null when nothing is remembered. */
  nearest(program: string): NearestText | null {
    const { words, unnamed } = bodyOf(program);
    const same = this.verbatim.get(keyOf(words));
    if (same !== undefined) return { text: same, isVerbatim: true, similarity: 1 };
    const alike = this.bodies.get(keyOf(unnamed)) ?? this.mostAlike(unnamed);
    if (!alike) return null;
    return { text: alike.text, isVerbatim: false, similarity: similarityOf(words, alike.body.words) };
  }

  private mostAlike(unnamed: readonly string[]) {
    let best: { readonly text: string; readonly body: Body } | undefined;
    let highest = -1;
    for (const candidate of this.bodies.values()) {
      const { length } = candidate.body.unnamed;
      // No more can be in common than the shorter one has.
      if ((2 * Math.min(length, unnamed.length)) / Math.max(1, length + unnamed.length) <= highest) continue;
      const similarity = similarityOf(unnamed, candidate.body.unnamed);
      if (similarity > highest) {
        highest = similarity;
        best = candidate;
      }
    }
    return best;
  }
}
