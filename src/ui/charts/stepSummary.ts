import { text } from '../../content/narrative';
import type { Measure } from './measures';
import type { StepSeries } from './stepSeries';
import words from './words.en.md';

/** One sentence per line of the chart, for readers who do not see it. */
export function summaryOf(series: readonly StepSeries[], { name, write }: Measure): string {
  const sentences = series.flatMap(({ label, points }) => {
    const first = points[0];
    const last = points.at(-1);
    if (!first || !last) return [];
    const from = write(first.value);
    const to = write(last.value);
    if (first === last) return [text(words, `${name}.one`, { label, to, step: last.step })];
    const course = from === to ? 'same' : last.value < first.value ? 'fell' : 'rose';
    return [text(words, `${name}.${course}`, { label, from, to, steps: last.step - first.step })];
  });
  return sentences.length > 0 ? sentences.join(' ') : text(words, `${name}.none`);
}
