import { counted, text } from '../../content/narrative';
import { funnels, type Funnel } from '../../store/evaluationSelectors';
import type { AppState } from '../../store/state';
import type { Asked } from '../stage';
import words from './narrative.en.md';
import { failuresOf, isFailing, QUESTION, type Failing } from './prediction';

/** How the programs failed that did, in a sentence, and whether that was guessed. */
export function outcomeOf(
  funnel: Funnel,
  guess: Failing | null,
): Pick<Asked, 'verdict'> & { readonly result: string } {
  const { broken, wrong, mostly } = failuresOf(funnel);
  const { passes, total } = funnel;
  return {
    verdict: guess && mostly && (guess === mostly ? 'right' : 'wrong'),
    result:
      mostly === null
        ? counted(words, 'reveal.noFailure', total)
        : counted(words, 'reveal.failures', total, { broken, wrong, passes }),
  };
}

/** How programs fail that are not right. */
export function askedHere({ lesson, evaluation }: Pick<AppState, 'lesson' | 'evaluation'>): readonly Asked[] {
  const kept = lesson.predictions[QUESTION];
  const guess = isFailing(kept) ? kept : null;
  const [first] = evaluation.status === 'done' ? funnels({ evaluation }) : [];
  const outcome = first ? outcomeOf(first, guess) : { verdict: null, result: null };
  return [
    {
      id: QUESTION,
      question: text(words, 'question'),
      guess: guess && text(words, `guess.${guess}`),
      ...outcome,
    },
  ];
}
