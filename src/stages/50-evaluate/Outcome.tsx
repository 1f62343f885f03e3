import { text } from '../../content/narrative';
import type { Funnel } from '../../store/evaluationSelectors';
import { Prose } from '../../ui/prose/Prose';
import { Reveal } from '../../ui/run/Reveal';
import { useActions } from '../appStore';
import { outcomeOf } from './asked';
import words from './narrative.en.md';
import type { Failing } from './prediction';

interface OutcomeProps {
  readonly guess: Failing | null;
  /** Of the first model. */
  readonly funnel: Funnel;
}

/** The guess beside the count, once everything is judged. */
export function Outcome({ guess, funnel }: OutcomeProps) {
  const { goTo } = useActions();
  const { verdict, result } = outcomeOf(funnel, guess);
  return (
    <Reveal
      question={text(words, 'question')}
      guess={guess && text(words, `guess.${guess}`)}
      next={{ label: text(words, 'next'), onGo: () => goTo('conclusion') }}
    >
      <p>
        {verdict && (
          <strong>{text(words, verdict === 'right' ? 'reveal.right' : 'reveal.wrongGuess')} </strong>
        )}
        {result}
      </p>
      <Prose of={words} at="reveal.meaning" />
    </Reveal>
  );
}
