import type { ReactNode } from 'react';
import styles from './StageLayout.module.css';

interface StageLayoutProps {
  readonly title: string;
  /** The question this stage answers, one line above the title's text. */
  readonly kicker: string;
  readonly story: ReactNode;
  readonly children: ReactNode;
  /** Further `StageSection`s below, each with its own story beside its own bench. */
  readonly sections?: ReactNode;
}

/** A chapter: its heading across, the story in a narrow column, the live bench beside it. */
export function StageLayout({ title, kicker, story, children, sections }: StageLayoutProps) {
  return (
    <article className={styles.stage}>
      <header className={styles.head}>
        <p className={styles.kicker}>{kicker}</p>
        <h1>{title}</h1>
      </header>
      <div className={styles.story}>{story}</div>
      <div className={styles.bench}>{children}</div>
      {sections}
    </article>
  );
}
