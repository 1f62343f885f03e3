import { text } from '../../content/narrative';
import type { EvaluatedProgram } from '../../store/evaluationState';
import styles from './Legend.module.css';
import words from './narrative.en.md';
import { stateOf, VERDICTS } from './verdicts';
import { VerdictMark } from './VerdictMark';

/** What the signs of the grid mean: those that occur in it. */
export function Legend({ programs }: { readonly programs: readonly EvaluatedProgram[] }) {
  const present = new Set(programs.map(stateOf));
  return (
    <ul className={styles.legend} aria-label={text(words, 'legend')}>
      {VERDICTS.filter((verdict) => present.has(verdict)).map((verdict) => (
        <li key={verdict}>
          <VerdictMark state={verdict} />
        </li>
      ))}
    </ul>
  );
}
