import { counted, text } from '../../content/narrative';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import type { AppState } from '../../store/state';
import type { Asked } from '../stage';
import { LINE_QUESTION, PREDICTED_LINE } from './examples';
import words from './narrative.en.md';

/** How many tokens a line of Python is: it can be counted as soon as it is guessed. */
export function askedHere({ lesson, tokenizer }: Pick<AppState, 'lesson' | 'tokenizer'>): readonly Asked[] {
  const guess = lesson.predictions[LINE_QUESTION];
  const truth = createTokenizer(tokenizer.current).encode(PREDICTED_LINE).length;
  const isRight = Number(guess) === truth;
  return [
    {
      id: LINE_QUESTION,
      question: text(words, 'predictLine', { characters: PREDICTED_LINE.length }),
      guess: guess === undefined ? null : text(words, 'predictOption', { count: guess }),
      result: guess === undefined ? null : counted(words, 'predicted', truth),
      verdict: guess === undefined ? null : isRight ? 'right' : 'wrong',
    },
  ];
}
