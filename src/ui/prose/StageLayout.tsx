import type { ReactNode } from 'react';
import styles from './StageLayout.module.css';

interface StageLayoutProps {
  readonly title: string;
  /** The question this stage answers, one line above the title's text. */
  readonly kicker: string;
  /** Across the page, below the heading: what fills the bench. */
  readonly lead?: ReactNode;
  readonly story: ReactNode;
  readonly children: ReactNode;
  /** Less head room, for a bench that has to be in view at once. */
  readonly compact?: boolean;
  /** Below both columns: further `StageSection`s, and `StageBand`s across the page. */
  readonly sections?: ReactNode;
}

/** A chapter: its heading across, the story in a narrow column, the live bench beside it. */
export function StageLayout(props: StageLayoutProps) {
  const { title, kicker, lead, story, compact = false, children, sections } = props;
  return (
    <article className={compact ? `${styles.stage} ${styles.compact}` : styles.stage}>
      <header className={styles.head}>
        <p className={styles.kicker}>{kicker}</p>
        <h1>{title}</h1>
      </header>
      {lead && <div className={styles.lead}>{lead}</div>}
      <div className={styles.story}>{story}</div>
      <div className={styles.bench}>{children}</div>
      {sections}
    </article>
  );
}
