import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { Prose } from '../../ui/prose/Prose';
import { Reveal } from '../../ui/run/Reveal';
import { useActions } from '../appStore';
import { roughShare } from '../../ui/run/quantity';
import words from './narrative.en.md';
import type { Guess } from './prediction';

interface OutcomeProps {
  readonly guess: Guess | null;
  readonly verdict: 'right' | 'wrong' | 'open' | null;
  /** The step from which on most words were real; null when the run did not get there. */
  readonly reachedAt: number | null;
  readonly steps: number;
  /** Share of real words in the last sample; null when there is no sample. */
  readonly share: number | null;
}

/** The guess beside the measurement, once the run is over. */
export function Outcome({ guess, verdict, reachedAt, steps, share }: OutcomeProps) {
  const { goTo } = useActions();
  const values = { step: count(reachedAt ?? 0), steps: count(steps), share: roughShare(share ?? 0) };
  return (
    <Reveal
      question={text(words, 'question')}
      guess={guess && text(words, `guess.${guess}`)}
      next={{ label: text(words, 'next'), onGo: () => goTo('fine-tune') }}
    >
      <p>
        {verdict && <strong>{text(words, `reveal.${verdict}`)} </strong>}
        {text(words, reachedAt === null ? 'reveal.notReached' : 'reveal.reached', values)}
      </p>
      <Prose of={words} at="reveal.meaning" />
    </Reveal>
  );
}
