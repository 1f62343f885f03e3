import type { ReactNode } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../controls/Button';
import styles from './Reveal.module.css';
import words from './words.en.md';

interface RevealProps {
  /** What was asked before the run. */
  readonly question: string;
  /** The reader's guess in the words it was offered in; null when there was none. */
  readonly guess: string | null;
  /** What was measured, and what it means. */
  readonly children: ReactNode;
  readonly next: { readonly label: string; readonly onGo: () => void };
}

/** The end of an experiment: what was asked, the guess if there was one, the measurement, and where to go on. */
export function Reveal({ question, guess, children, next }: RevealProps) {
  return (
    <section className={styles.reveal}>
      <h2>{text(words, 'reveal')}</h2>
      <p className={styles.guess}>
        {question} {guess !== null && text(words, 'reveal.guess', { guess })}
      </p>
      {children}
      <p>
        <Button tone="primary" onClick={next.onGo}>
          {next.label}
        </Button>
      </p>
    </section>
  );
}
