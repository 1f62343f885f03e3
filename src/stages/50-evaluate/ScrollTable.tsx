import type { ReactNode } from 'react';
import styles from './ScrollTable.module.css';

interface ScrollTableProps {
  readonly label: string;
  /** Its head and body. */
  readonly children: ReactNode;
}

/** A table of numbers; where it is too wide it scrolls, also by keyboard. */
export function ScrollTable({ label, children }: ScrollTableProps) {
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        {children}
      </table>
    </div>
  );
}
