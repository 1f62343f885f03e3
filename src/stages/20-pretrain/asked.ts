import { counted, text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { runOf } from '../../store/selectors';
import type { AppState, RunRecord } from '../../store/state';
import { roughShare } from '../../ui/run/quantity';
import type { Asked } from '../stage';
import words from './narrative.en.md';
import { GUESSES, isGuess, judge, QUESTION, stepOfMostRealWords, type Guess } from './prediction';

/** A guess as it is offered. */
export function guessText(guess: Guess): string {
  const { from, to } = GUESSES[guess];
  return text(words, `guess.${guess}`, { from: count(from + 1), to: count(to), before: count(from) });
}

/**
 * What a run that is over says about the question asked before it. Its stories tell it best, and are what the chart
 * shows; where it wrote none, as after a text of the reader's own, the one sample of each saved point has to do.
 */
export function outcomeOf(
  { stories, samples, step }: Pick<RunRecord, 'stories' | 'samples' | 'step'>,
  guess: Guess | null,
) {
  const measured = stories.length > 0 ? stories : samples;
  const reachedAt = stepOfMostRealWords(measured);
  const share = roughShare(measured.at(-1)?.realWords ?? 0);
  return {
    verdict: guess === null ? null : judge(guess, reachedAt, step),
    result:
      reachedAt === null
        ? counted(words, 'reveal.notReached', step, { share })
        : text(words, 'reveal.reached', { step: reachedAt, share }),
  };
}

/** When most of its words become real words. */
export function askedHere(state: Pick<AppState, 'lesson' | 'runs'>): readonly Asked[] {
  const kept = state.lesson.predictions[QUESTION];
  const guess = isGuess(kept) ? kept : null;
  const record = runOf('pretrain')(state);
  const isOver = record?.status === 'finished' || record?.status === 'stopped';
  const outcome = isOver ? outcomeOf(record, guess) : { verdict: null, result: null };
  return [
    {
      id: QUESTION,
      question: text(words, 'question'),
      guess: guess && guessText(guess),
      ...outcome,
    },
  ];
}
