import { counted, text } from '../../content/narrative';
import { share } from '../../content/numbers';
import type { Expected, PhaseName } from './useRecording';
import styles from './recorded.module.css';
import words from './words.en.md';

interface ExpectedNoteProps {
  readonly phase: PhaseName;
  readonly expected: Expected;
  /** True while nothing has been trained here. */
  readonly isBefore: boolean;
}

/** Says whose the faint lines behind a run's curves are. */
export function ExpectedNote({ phase, expected: { run, isAlike }, isBefore }: ExpectedNoteProps) {
  const { seed, totalSteps, learningRate, replay } = run.recipe;
  const settings = counted(words, `settings.${phase}`, totalSteps, {
    rate: learningRate,
    replay: share(replay),
  });
  return (
    <p className={styles.note}>
      {isBefore && `${text(words, 'expected.none')} `}
      {text(words, isAlike ? 'expected.alike' : 'expected.near', { seed: String(seed), settings })}
    </p>
  );
}
