import { counted, text } from '../../content/narrative';
import type { Measure } from './measures';
import type { StepSeries } from './stepSeries';
import words from './words.en.md';

function sentenceOf({ label, points }: StepSeries, { name, write }: Measure): string[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return [];
  const from = write(first.value);
  const to = write(last.value);
  if (first === last) return [text(words, `${name}.single`, { label, to, step: last.step })];
  const course = from === to ? 'same' : last.value < first.value ? 'fell' : 'rose';
  return [counted(words, `${name}.${course}`, last.step - first.step, { label, from, to })];
}

/** One sentence per line of the chart, for readers who do not see it; first of the live run, then of a recorded one. */
export function summaryOf(series: readonly StepSeries[], measure: Measure): string {
  const live = series.filter((line) => !line.recorded).flatMap((line) => sentenceOf(line, measure));
  const recorded = series.filter((line) => line.recorded).flatMap((line) => sentenceOf(line, measure));
  const opening = live.length > 0 ? live : [text(words, `${measure.name}.none`)];
  return [...opening, ...recorded].join(' ');
}
