import type { ReactNode } from 'react';
import styles from './Setup.module.css';

interface SetupSheetProps {
  readonly title: string;
  /** What is chosen, in one line: all there is to read while a run goes on. */
  readonly summary: string;
  readonly underWay: boolean;
  /** The controls, in rows that wrap. */
  readonly children: ReactNode;
}

/** The settings of the next run; while one goes on, one line that says what it was given. */
export function SetupSheet({ title, summary, underWay, children }: SetupSheetProps) {
  if (underWay) {
    return (
      <p className={styles.summary}>
        <strong>{title}</strong> {summary}
      </p>
    );
  }
  return (
    <div className={styles.setup} role="group" aria-label={title}>
      {children}
    </div>
  );
}
