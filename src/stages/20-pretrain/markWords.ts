import { realWords } from '../../engine/evaluate/realWords';

/** A stretch of a sample: a word that exists, one that does not, or what stands between words. */
export interface MarkedPiece {
  readonly text: string;
  readonly kind: 'real' | 'invented' | 'between';
}

/** What stands around a word: spaces, punctuation, digits. */
const BETWEEN = /(\P{L}*)([^]*?)(\P{L}*)/u;
const EDGES = new RegExp(`^${BETWEEN.source}$`, 'u');

/**
 * Splits a sample into words and what stands between them, and looks each word up.
 * A word that the sample's end may have cut counts as neither.
 * @param lexicon words in lower case
 */
export function markWords(sample: string, lexicon: ReadonlySet<string>): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (text: string, kind: MarkedPiece['kind']): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last && last.kind === 'between' && kind === 'between') pieces.splice(-1, 1, { text: last.text + text, kind });
    else pieces.push({ text, kind });
  };
  const chunks = sample.split(/(\s+)/u);
  for (const [i, chunk] of chunks.entries()) {
    const [, before = '', word = '', after = ''] = EDGES.exec(chunk) ?? [];
    const isCut = i === chunks.length - 1 && after === '';
    const { words, real } = realWords(isCut ? word : `${word} `, lexicon);
    add(before, 'between');
    add(word, words === 0 ? 'between' : real < words ? 'invented' : 'real');
    add(after, 'between');
  }
  return pieces;
}
