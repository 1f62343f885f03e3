import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { Funnel } from '../../store/evaluationSelectors';
import { Prose } from '../../ui/prose/Prose';
import { Reveal } from '../../ui/run/Reveal';
import { useActions } from '../appStore';
import words from './narrative.en.md';
import { failuresOf, type Failing } from './prediction';

interface OutcomeProps {
  readonly guess: Failing | null;
  /** Of the first model. */
  readonly funnel: Funnel;
}

/** The guess beside the count, once everything is judged. */
export function Outcome({ guess, funnel }: OutcomeProps) {
  const { goTo } = useActions();
  const { broken, wrong, mostly } = failuresOf(funnel);
  const verdict = guess && mostly && text(words, guess === mostly ? 'reveal.right' : 'reveal.wrongGuess');
  const values = {
    broken: count(broken),
    wrong: count(wrong),
    passes: count(funnel.passes),
    total: count(funnel.total),
  };
  return (
    <Reveal
      question={text(words, 'question')}
      guess={guess && text(words, `guess.${guess}`)}
      next={{ label: text(words, 'next'), onGo: () => goTo('prompt') }}
    >
      <p>
        {verdict && <strong>{verdict} </strong>}
        {text(words, mostly === null ? 'reveal.noFailure' : 'reveal.failures', values)}
      </p>
      <Prose of={words} at="reveal.meaning" />
    </Reveal>
  );
}
