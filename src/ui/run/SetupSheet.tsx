import type { ReactNode } from 'react';
import styles from './Setup.module.css';

interface SetupSheetProps {
  readonly title: string;
  /** What is chosen, in one line: read when the sheet is closed. */
  readonly summary: string;
  /** Open before the first run, closed when there is a run to look at. */
  readonly open: boolean;
  readonly left: ReactNode;
  readonly right: ReactNode;
}

/** The settings of the next run, folded to one line once there is a run. */
export function SetupSheet({ title, summary, open, left, right }: SetupSheetProps) {
  return (
    <details className={styles.setup} open={open}>
      <summary>
        <span className={styles.title}>{title}</span> <span className={styles.summary}>{summary}</span>
      </summary>
      <div className={styles.grid}>
        <div className={styles.column}>{left}</div>
        <div className={styles.column}>{right}</div>
      </div>
    </details>
  );
}
