import { text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import { runOf } from '../../store/selectors';
import type { AppState, RunRecord } from '../../store/state';
import type { Asked } from '../stage';
import words from './narrative.en.md';
import { fateOf, isFate, proseBeforeAfter, QUESTION, type Fate } from './prediction';

/** What a run that is over did to the stories. */
export function outcomeOf(
  { evaluations, recipe }: Pick<RunRecord, 'evaluations' | 'recipe'>,
  guess: Fate | null,
): Pick<Asked, 'verdict'> & { readonly result: string } {
  const losses = proseBeforeAfter(evaluations);
  if (recipe.startedFrom === null) return { verdict: null, result: text(words, 'reveal.scratch') };
  if (!losses) return { verdict: null, result: text(words, 'reveal.unmeasured') };
  const fate = fateOf(losses.before, losses.after);
  const values = { before: decimals(losses.before), after: decimals(losses.after) };
  return {
    verdict: guess && (guess === fate ? 'right' : 'wrong'),
    result: text(words, `reveal.${fate}`, values),
  };
}

/** What becomes of the stories. */
export function askedHere(state: Pick<AppState, 'lesson' | 'runs'>): readonly Asked[] {
  const kept = state.lesson.predictions[QUESTION];
  const guess = isFate(kept) ? kept : null;
  const record = runOf('fineTune')(state);
  const isOver = record?.status === 'finished' || record?.status === 'stopped';
  const outcome = isOver ? outcomeOf(record, guess) : { verdict: null, result: null };
  return [
    {
      id: QUESTION,
      question: text(words, 'question'),
      guess: guess && text(words, `guess.${guess}`),
      ...outcome,
    },
  ];
}
