import { realWords } from '../../engine/evaluate/realWords';

/** A stretch of a sample: a word that exists, one that does not, or what stands between words. */
export interface MarkedPiece {
  readonly text: string;
  readonly kind: 'real' | 'invented' | 'between';
}

/** A run of letters, with apostrophes inside, as `realWords` counts words. */
const WORD = /(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*)/u;

/**
 * Splits a sample into words and what stands between them, and looks each word up.
 * A word that the sample's end may have cut counts as neither.
 * @param lexicon words in lower case
 */
export function markWords(sample: string, lexicon: ReadonlySet<string>): MarkedPiece[] {
  // Split at a captured pattern: what stands between has even places, words have odd ones.
  const parts = sample.split(WORD);
  return parts.flatMap((text, place): MarkedPiece[] => {
    if (text === '') return [];
    const isCut = place === parts.length - 2 && parts.at(-1) === '';
    if (place % 2 === 0 || isCut) return [{ text, kind: 'between' }];
    return [{ text, kind: realWords(`${text} `, lexicon).real > 0 ? 'real' : 'invented' }];
  });
}
