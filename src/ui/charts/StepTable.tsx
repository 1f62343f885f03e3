import { plain, text } from '../../content/narrative';
import type { Measure } from './measures';
import styles from './StepChart.module.css';
import { keyOf, readingsAt, type Baseline, type StepSeries } from './stepSeries';
import words from './words.en.md';

interface StepTableProps {
  readonly measure: Measure;
  readonly series: readonly StepSeries[];
  readonly baselines: readonly Baseline[];
}

/** About this many rows: a table is read, not scanned like a curve. */
const ROWS = 24;

/** Steps that tell the course of the run: those of held-out measurements, or of the training line if there are none. */
function stepsOf(series: readonly StepSeries[]): number[] {
  const heldOut = series.filter(({ kind }) => kind !== 'train').flatMap(({ points }) => points);
  const points = heldOut.length > 0 ? heldOut : series.flatMap((line) => line.points);
  const steps = [...new Set(points.map(({ step }) => step))].sort((a, b) => a - b);
  const stride = Math.max(1, Math.ceil(steps.length / ROWS));
  return steps.filter((_, i) => i % stride === 0 || i === steps.length - 1);
}

/** The chart's numbers as a table. */
export function StepTable({ measure, series, baselines }: StepTableProps) {
  const cell = (value: number | null): string => (value === null ? '–' : measure.write(value));
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={text(words, `${measure.name}.caption`)}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{text(words, `${measure.name}.caption`)}</caption>
        <thead>
          <tr>
            <th scope="col">{text(words, 'table.step')}</th>
            {series.map((line) => (
              <th key={keyOf(line)} scope="col">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stepsOf(series).map((step) => (
            <tr key={step}>
              <th scope="row">{plain(step)}</th>
              {readingsAt(series, step).map(({ line, measured }) => (
                <td key={keyOf(line)}>{cell(measured?.value ?? null)}</td>
              ))}
            </tr>
          ))}
          {baselines.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{text(words, 'table.baseline', { label })}</th>
              <td colSpan={Math.max(1, series.length)}>{measure.write(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
