import { text } from '../../content/narrative';
import type { LossSeries } from './lossSeries';
import words from './words.en.md';

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 1 });

/** A loss as it is written beside a chart, e.g. "0.87". */
export const lossText = (bitsPerByte: number): string => digits.format(bitsPerByte);

/** One sentence per line of the chart, for readers who do not see it. */
export function summaryOf(series: readonly LossSeries[]): string {
  const sentences = series.flatMap(({ label, points }) => {
    const first = points[0];
    const last = points.at(-1);
    if (!first || !last) return [];
    const from = lossText(first.bitsPerByte);
    const to = lossText(last.bitsPerByte);
    if (first === last) return [text(words, 'summary.one', { label, to, step: last.step })];
    const key =
      from === to ? 'summary.same' : last.bitsPerByte < first.bitsPerByte ? 'summary.fell' : 'summary.rose';
    return [text(words, key, { label, from, to, steps: last.step - first.step })];
  });
  return sentences.length > 0 ? sentences.join(' ') : text(words, 'summary.empty');
}
