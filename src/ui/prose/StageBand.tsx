import { useId, type ReactNode } from 'react';
import styles from './StageBand.module.css';

interface StageBandProps {
  readonly title: string;
  /** Id of the part, for whoever wants to bring it into view. */
  readonly anchor?: string;
  /** Figures, two beside each other where there is room. */
  readonly children: ReactNode;
}

/** A part of a chapter across the whole page: figures to be seen together. */
export function StageBand({ title, anchor, children }: StageBandProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles.band} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
