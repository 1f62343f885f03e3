import { text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import styles from './LossChart.module.css';
import { valueAt, type LossSeries } from './lossSeries';
import words from './words.en.md';

/** What the lines say at one step, shown under the pointer. */
export function Readout({ step, series }: { readonly step: number; readonly series: readonly LossSeries[] }) {
  return (
    <div className={styles.readout}>
      <strong>{text(words, 'readout.step', { step })}</strong>
      {series.map(({ kind, label, points }) => {
        const value = valueAt(points, step);
        return (
          value !== null && (
            <span key={kind} className={styles[kind]}>
              {label} <b>{decimals(value)}</b>
            </span>
          )
        );
      })}
    </div>
  );
}
