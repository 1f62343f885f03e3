import { text } from '../../content/narrative';
import type { RunRecord } from '../../store/state';
import { Prose } from '../../ui/prose/Prose';
import { Reveal } from '../../ui/run/Reveal';
import { useActions } from '../appStore';
import { guessText, outcomeOf } from './asked';
import words from './narrative.en.md';
import type { Guess } from './prediction';

interface OutcomeProps {
  readonly guess: Guess | null;
  readonly record: RunRecord;
}

/** The guess beside the measurement, once the run is over. */
export function Outcome({ guess, record }: OutcomeProps) {
  const { goTo } = useActions();
  const { verdict, result } = outcomeOf(record, guess);
  return (
    <Reveal
      question={text(words, 'question')}
      guess={guess && guessText(guess)}
      next={{ label: text(words, 'next'), onGo: () => goTo('fine-tune') }}
    >
      <p>
        {verdict && <strong>{text(words, `reveal.${verdict}`)} </strong>}
        {result}
      </p>
      <Prose of={words} at="reveal.meaning" />
    </Reveal>
  );
}
