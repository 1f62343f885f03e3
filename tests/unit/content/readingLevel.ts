/** Syllables of an English word, by its groups of vowels; right for most words, one off for a few. */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
    .replace(/ely$/, 'ly');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Years at school that reading it takes, after Flesch and Kincaid. */
  readonly grade: number;
}

/** How hard texts are to read. A text that is no sentence, such as a label, should not be among them. */
export function readability(texts: readonly string[]): Readability {
  const sentences = texts.flatMap((text) => text.split(/[.!?](?=\s|$)/)).filter((one) => /\p{L}/u.test(one));
  const words = sentences.flatMap((one) => one.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = (0.39 * words.length) / sentences.length + (11.8 * spoken) / words.length - 15.59;
  return { words: words.length, sentences: sentences.length, grade };
}
