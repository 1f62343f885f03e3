import { text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import type { LossSeries } from './lossSeries';
import words from './words.en.md';

/** One sentence per line of the chart, for readers who do not see it. */
export function summaryOf(series: readonly LossSeries[]): string {
  const sentences = series.flatMap(({ label, points }) => {
    const first = points[0];
    const last = points.at(-1);
    if (!first || !last) return [];
    const from = decimals(first.bitsPerByte);
    const to = decimals(last.bitsPerByte);
    if (first === last) return [text(words, 'summary.one', { label, to, step: last.step })];
    const key =
      from === to ? 'summary.same' : last.bitsPerByte < first.bitsPerByte ? 'summary.fell' : 'summary.rose';
    return [text(words, key, { label, from, to, steps: last.step - first.step })];
  });
  return sentences.length > 0 ? sentences.join(' ') : text(words, 'summary.empty');
}
