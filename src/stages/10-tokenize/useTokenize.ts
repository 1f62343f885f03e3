import { useDeferredValue, useMemo, useState } from 'react';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import { FIRST_MERGE_ID, truncateTokenizer } from '../../engine/tokenizer/tokenizerFile';
import { useAppStore } from '../appStore';
import { EXAMPLE_TEXT } from './examples';
import { keepBeginning, MAX_CHARACTERS } from './keptText';
import { readText, type Reading } from './reading';

// Outlives the panel, so that a look at another stage does not cost the reader their text.
let lastText = EXAMPLE_TEXT;

export interface YourText {
  readonly text: string;
  /** How many characters were cut from the last paste; 0 when all of it is here. */
  readonly cut: number;
  readonly setText: (text: string, originalLength?: number) => void;
  readonly vocabSize: number;
  readonly maxVocabSize: number;
  readonly setVocabSize: (size: number) => void;
  /** The tokenizer at the chosen vocabulary size. */
  readonly tokenizer: Tokenizer;
  /** May lag behind `text` by a frame or two while the reader types fast. */
  readonly readText: string;
  readonly reading: Reading;
}

/** The tokenizer that new models are built with. */
export function useCurrentTokenizer(): Tokenizer {
  const file = useAppStore((state) => state.tokenizer.current);
  return useMemo(() => createTokenizer(file), [file]);
}

/** The reader's text, its vocabulary slider, and what the tokenizer makes of both. */
export function useYourText(): YourText {
  const file = useAppStore((state) => state.tokenizer.current);
  const [state, setState] = useState({ text: lastText, cut: 0 });
  // Null follows the tokenizer's own size, also when another tokenizer is chosen.
  const [chosenSize, setVocabSize] = useState<number | null>(null);
  const maxVocabSize = FIRST_MERGE_ID + file.merges.length;
  const vocabSize = Math.min(chosenSize ?? maxVocabSize, maxVocabSize);
  const shownSize = useDeferredValue(vocabSize);
  const shownText = useDeferredValue(state.text);
  const tokenizer = useMemo(() => createTokenizer(truncateTokenizer(file, shownSize)), [file, shownSize]);
  const reading = useMemo(() => readText(tokenizer, shownText), [tokenizer, shownText]);
  return {
    ...state,
    setText: (text, originalLength = text.length) => {
      lastText = keepBeginning(text);
      setState({ text: lastText, cut: Math.max(0, originalLength - MAX_CHARACTERS) });
    },
    vocabSize,
    maxVocabSize,
    setVocabSize: (size) => setVocabSize(size === maxVocabSize ? null : size),
    tokenizer,
    readText: shownText,
    reading,
  };
}
