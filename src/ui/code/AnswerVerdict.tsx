import { text } from '../../content/narrative';
import styles from './AnswerVerdict.module.css';
import words from './verdict.en.md';
import { verdictMarks, verdictReason, type ShownVerdict } from './verdictMarks';

interface AnswerVerdictProps {
  /** Null for what is no program, and while it is being written: its room stays empty. */
  readonly verdict: ShownVerdict | null;
}

/** How far a program came with Python: parses, runs, passes; and below it, why no further. */
export function AnswerVerdict({ verdict }: AnswerVerdictProps) {
  const reason = verdict && verdictReason(verdict);
  return (
    <div className={styles.verdict}>
      {verdict && (
        <ul className={styles.marks} aria-label={text(words, 'label')}>
          {verdictMarks(verdict).map(({ sign, tone, label }) => (
            <li key={label} className={styles[tone]}>
              <span className={styles.sign} aria-hidden="true">
                {sign}
              </span>
              {label}
            </li>
          ))}
        </ul>
      )}
      {reason && <p className={styles.reason}>{reason}</p>}
    </div>
  );
}
