import { text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import styles from './LossChart.module.css';
import { measuredAt, type LossSeries } from './lossSeries';
import words from './words.en.md';

/** What the lines say at one step, shown under the pointer; a line not measured there says where it was. */
export function Readout({ step, series }: { readonly step: number; readonly series: readonly LossSeries[] }) {
  return (
    <div className={styles.readout}>
      <strong>{text(words, 'readout.step', { step })}</strong>
      {series.map(({ kind, label, points }) => {
        const measured = measuredAt(points, step);
        return (
          measured && (
            <span key={kind} className={styles[kind]}>
              {label} <b>{decimals(measured.bitsPerByte)}</b>
              {measured.step !== step && ` ${text(words, 'readout.earlier', { step: measured.step })}`}
            </span>
          )
        );
      })}
    </div>
  );
}
