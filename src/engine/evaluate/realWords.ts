/** How much of a sample is made of words that exist. */
export interface RealWords {
  /** Words in the sample, not counting one that the sample's end may have cut. */
  readonly words: number;
  /** Those of them that are in the lexicon. */
  readonly real: number;
  /** real / words; 0 when there are no words. */
  readonly share: number;
}

/** Letters, with apostrophes inside: "don't" is one word. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;

/** A letter alone says nothing about knowing words, unless it is "a" or "I". */
const LONE_LETTER = /^(?![aAI]$)\p{L}\p{M}*$/u;

/** A word in a text. */
export interface PlacedWord {
  /** In lower case, with plain apostrophes: as lexicons spell it. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order. Of single letters only "a" and "I" are words. */
export function* wordsIn(text: string): Generator<PlacedWord, void, void> {
  for (const { 0: found, index } of text.matchAll(WORD)) {
    if (LONE_LETTER.test(found)) continue;
    yield {
      word: found.toLowerCase().replaceAll('’', "'"),
      start: index,
      end: index + found.length,
    };
  }
}

/** Every distinct word of some texts, in lower case. */
export function lexiconOf(texts: Iterable<string>): Set<string> {
  const lexicon = new Set<string>();
  for (const text of texts) {
    for (const { word } of wordsIn(text)) lexicon.add(word);
  }
  return lexicon;
}

/**
 * The share of a sample's words that exist: the first thing a young model learns to get right.
 * @param lexicon words in lower case, as from `lexiconOf`
 */
export function realWords(sample: string, lexicon: ReadonlySet<string>): RealWords {
  let words = 0;
  let real = 0;
  for (const { word, end } of wordsIn(sample)) {
    if (end === sample.length) break;
    words += 1;
    if (lexicon.has(word)) real += 1;
  }
  return { words, real, share: words === 0 ? 0 : real / words };
}
