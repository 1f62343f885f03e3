import { text } from '../../content/narrative';
import type { Measure } from './measures';
import styles from './StepChart.module.css';
import { keyOf, readingsAt, type StepSeries } from './stepSeries';
import words from './words.en.md';

interface ReadoutProps {
  readonly step: number;
  readonly series: readonly StepSeries[];
  readonly measure: Measure;
}

/** What the lines say at one step, shown under the pointer; a line not measured there says where it was. */
export function Readout({ step, series, measure }: ReadoutProps) {
  return (
    <div className={styles.readout}>
      <strong>{text(words, 'readout.step', { step })}</strong>
      {readingsAt(series, step).map(
        ({ line, measured }) =>
          measured && (
            <span key={keyOf(line)} className={styles[line.kind]}>
              {line.label} <b>{measure.write(measured.value)}</b>
              {measured.step !== step && ` ${text(words, 'readout.earlier', { step: measured.step })}`}
            </span>
          ),
      )}
    </div>
  );
}
