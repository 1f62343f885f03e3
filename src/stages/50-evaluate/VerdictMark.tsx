import { text } from '../../content/narrative';
import words from './narrative.en.md';
import { SIGNS, toneOf, type CellState } from './verdicts';
import styles from './VerdictMark.module.css';

/** The sign of a verdict, on the ground of its meaning. */
export function VerdictSign({ state }: { readonly state: CellState }) {
  return (
    <span className={`${styles.sign} ${styles[toneOf(state)]}`} aria-hidden="true">
      {SIGNS[state]}
    </span>
  );
}

/** A verdict as a sign and in words. */
export function VerdictMark({ state }: { readonly state: CellState }) {
  return (
    <span className={styles.mark}>
      <VerdictSign state={state} />
      {text(words, `verdict.${state}`)}
    </span>
  );
}
