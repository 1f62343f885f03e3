import { text } from '../../../content/narrative';
import { count } from '../../../content/numbers';
import type { Measure } from '../../../ui/charts/measures';
import { readingsAt, type StepSeries } from '../../../ui/charts/stepSeries';
import { summaryOf } from '../../../ui/charts/stepSummary';
import { heldOutLoss, verdictShares } from '../../curves';
import type { Told } from '../told';
import { curveSvg, MEASURES } from './curve';
import type { Block, Table } from './report';
import words from './words.en.md';

/** No more rows than this: a table is read, not scanned like a curve. */
const ROWS = 12;

/** At most some of many, evenly spread, the first and the last among them. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]).filter(
    (one) => one !== undefined,
  );
}

/** Values of the lines at some of the steps they were measured at. */
function valuesOf(series: readonly StepSeries[], { write }: Measure): Table {
  const steps = [...new Set(series.flatMap(({ points }) => points.map(({ step }) => step)))];
  const rows = spread(
    steps.toSorted((a, b) => a - b),
    ROWS,
  ).map((step) => [
    count(step),
    ...readingsAt(series, step).map(({ measured }) =>
      measured ? write(measured.value) : text(words, 'none'),
    ),
  ]);
  return { head: [text(words, 'step'), ...series.map(({ label }) => label)], rows };
}

/** The curves of a phase; those that were not measured are left out. */
export function curvesOf({ evaluations, verdicts, totalSteps }: Told): readonly Block[] {
  const axis = text(words, 'axis');
  const losses = (['prose', 'code'] as const).map((kind) => ({
    kind,
    label: text(words, `line.${kind}`),
    points: heldOutLoss(evaluations, `${kind}BitsPerByte`),
  }));
  const shares = (['parses', 'runs', 'passes'] as const).map((kind) => ({
    kind,
    label: text(words, `line.${kind}`),
    points: verdictShares(verdicts, kind),
  }));
  return [['loss', losses] as const, ['share', shares] as const].flatMap(([name, series]) => {
    const measured = series.filter(({ points }) => points.length > 1);
    if (measured.length === 0) return [];
    const measure = MEASURES[name];
    const summary = summaryOf(measured, measure);
    return [
      {
        kind: 'figure' as const,
        svg: curveSvg({ measure: name, series: measured, totalSteps, axis, summary }),
        summary,
        values: valuesOf(measured, measure),
      },
    ];
  });
}
