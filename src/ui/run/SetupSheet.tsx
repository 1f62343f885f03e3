import type { ReactNode } from 'react';
import { text } from '../../content/narrative';
import styles from './Setup.module.css';
import words from './words.en.md';

export interface SetupSheetProps {
  readonly title: string;
  /** What is chosen, in one line: all there is to read while a run goes on. */
  readonly summary: string;
  readonly underWay: boolean;
  /** True after a run: then they stand by themselves, below what it showed. */
  readonly isNext: boolean;
  /** The controls, in rows that wrap. */
  readonly children: ReactNode;
}

/** The settings of the next run; while one goes on, one line that says what it was given. */
export function SetupSheet({ title, summary, underWay, isNext, children }: SetupSheetProps) {
  if (underWay) {
    return (
      <p className={styles.summary}>
        <strong>{title}</strong> {summary}
      </p>
    );
  }
  const controls = (
    <div className={styles.setup} role="group" aria-label={title}>
      {children}
    </div>
  );
  if (!isNext) return controls;
  return (
    <section className={styles.next}>
      <h2>{text(words, 'nextRun')}</h2>
      <p className={styles.hint}>{text(words, 'nextRun.hint')}</p>
      {controls}
    </section>
  );
}
