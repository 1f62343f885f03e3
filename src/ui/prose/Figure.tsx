import { useId, type ReactNode } from 'react';
import { text } from '../../content/narrative';
import styles from './Figure.module.css';
import words from './words.en.md';

interface FigureProps {
  readonly title: string;
  /** One sentence below: what to look for. */
  readonly caption?: ReactNode;
  /** Opens under "What is this?". */
  readonly explanation?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A figure of the book: title above, caption below, an explanation on request. */
export function Figure({ title, caption, explanation, aside, children }: FigureProps) {
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      {explanation && (
        <details className={styles.explanation}>
          <summary>{text(words, 'explanation')}</summary>
          <div>{explanation}</div>
        </details>
      )}
    </figure>
  );
}
