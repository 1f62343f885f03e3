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

function* wordsIn(text: string): Generator<{ word: string; end: number }, void, void> {
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase().replaceAll('’', "'");
    yield { word, end: match.index + match[0].length };
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
