import { wordsIn } from '../../engine/evaluate/realWords';

/** A stretch of a sample: a word that exists, one that does not, or what stands between words. */
export interface MarkedPiece {
  readonly text: string;
  readonly kind: 'real' | 'invented' | 'between';
}

/**
 * Splits a sample into words and what stands between them, and looks each word up.
 * A word that the sample's end may have cut counts as neither.
 * @param lexicon words in lower case
 */
export function markWords(sample: string, lexicon: ReadonlySet<string>): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const { word, start, end } of wordsIn(sample)) {
    if (end === sample.length) break;
    if (start > from) pieces.push({ text: sample.slice(from, start), kind: 'between' });
    pieces.push({ text: sample.slice(start, end), kind: lexicon.has(word) ? 'real' : 'invented' });
    from = end;
  }
  if (from < sample.length) pieces.push({ text: sample.slice(from), kind: 'between' });
  return pieces;
}
