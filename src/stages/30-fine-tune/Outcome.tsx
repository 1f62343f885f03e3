import { text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import type { RunRecord } from '../../store/state';
import { Prose } from '../../ui/prose/Prose';
import { Reveal } from '../../ui/run/Reveal';
import { useActions } from '../appStore';
import words from './narrative.en.md';
import { fateOf, proseBeforeAfter, type Fate } from './prediction';

interface OutcomeProps {
  readonly guess: Fate | null;
  readonly record: RunRecord;
}

/** What happened to the stories, in one sentence, and whether the guess was right. */
function Fates({ guess, record }: OutcomeProps) {
  const losses = proseBeforeAfter(record.evaluations);
  if (record.recipe.startedFrom === null) return <p>{text(words, 'reveal.scratch')}</p>;
  if (!losses) return <p>{text(words, 'reveal.unmeasured')}</p>;
  const fate = fateOf(losses.before, losses.after);
  const verdict = guess && text(words, guess === fate ? 'reveal.right' : 'reveal.wrong');
  const values = { before: decimals(losses.before), after: decimals(losses.after) };
  return (
    <p>
      {verdict && <strong>{verdict} </strong>}
      {text(words, `reveal.${fate}`, values)}
    </p>
  );
}

/** The guess beside the measurement, once the run is over. */
export function Outcome({ guess, record }: OutcomeProps) {
  const { goTo } = useActions();
  return (
    <Reveal
      question={text(words, 'question')}
      guess={guess && text(words, `guess.${guess}`)}
      next={{ label: text(words, 'next'), onGo: () => goTo('prompt') }}
    >
      <Fates guess={guess} record={record} />
      <Prose of={words} at={record.recipe.replay > 0 ? 'reveal.withReplay' : 'reveal.withoutReplay'} />
    </Reveal>
  );
}
