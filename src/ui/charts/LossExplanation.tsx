import { count } from '../../content/numbers';
import { Prose } from '../prose/Prose';
import { MAX_POINTS } from './stepSeries';
import words from './words.en.md';

interface LossExplanationProps {
  /** Points measured for the longest line, before it was thinned out. */
  readonly measured: number;
  readonly hasBaselines: boolean;
}

/** What the loss chart shows and how to read it, for a figure's explanation. */
export function LossExplanation({ measured, hasBaselines }: LossExplanationProps) {
  return (
    <>
      <Prose of={words} at="explanation" />
      {hasBaselines && <Prose of={words} at="explanation.baselines" />}
      {measured > MAX_POINTS && (
        <Prose
          of={words}
          at="explanation.points"
          values={{ drawn: count(MAX_POINTS), total: count(measured) }}
        />
      )}
    </>
  );
}
