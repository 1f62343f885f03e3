import { Prose } from '../prose/Prose';
import { MAX_POINTS, type LossSeries } from './lossSeries';
import words from './words.en.md';

/** What the loss chart shows and how to read it, for a figure's explanation. */
export function LossExplanation({ series, hasBaselines }: { readonly series: readonly LossSeries[]; readonly hasBaselines: boolean }) {
  const total = Math.max(0, ...series.map(({ points }) => points.length));
  return (
    <>
      <Prose of={words} at="explanation" />
      {hasBaselines && <Prose of={words} at="explanation.baselines" />}
      {total > MAX_POINTS && <Prose of={words} at="explanation.points" values={{ drawn: MAX_POINTS, total }} />}
    </>
  );
}
