import type { PhaseOfLife } from '../../content/modelNames';
import styles from './PhaseMark.module.css';

/** The sign of an age of the model's life, told apart by shape as well as colour: a ring, a disc, a diamond. */
export function PhaseMark({ phase }: { readonly phase: PhaseOfLife }) {
  return <span className={styles.mark} data-phase={phase} aria-hidden="true" />;
}
