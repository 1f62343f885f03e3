import { useId, type ReactNode } from 'react';
import styles from './StageSection.module.css';

interface StageSectionProps {
  readonly title: string;
  /** Id of the part, for whoever wants to bring it into view. */
  readonly anchor?: string;
  readonly story: ReactNode;
  readonly children: ReactNode;
}

/** A further part of a chapter, on the same two columns: its heading and story, and its bench beside them. */
export function StageSection({ title, anchor, story, children }: StageSectionProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles.section} aria-labelledby={id}>
      <div className={styles.story}>
        <h2 id={id}>{title}</h2>
        {story}
      </div>
      <div className={styles.bench}>{children}</div>
    </section>
  );
}
