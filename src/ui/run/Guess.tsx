import { text } from '../../content/narrative';
import { ChoiceGroup } from '../controls/ChoiceGroup';
import styles from './Guess.module.css';
import words from './words.en.md';

interface GuessProps<T extends string> {
  readonly question: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  /** True from the start of a run on: a guess made afterwards would be none. */
  readonly locked: boolean;
  readonly onGuess: (guess: T) => void;
}

/** What the reader expects of the next run; once a run has begun, what they expected of it. */
export function Guess<T extends string>({ question, options, value, locked, onGuess }: GuessProps<T>) {
  if (!locked) return <ChoiceGroup label={question} {...{ value, options }} onChange={onGuess} />;
  const guess = options.find((option) => option.value === value)?.label;
  return (
    <div className={styles.guess}>
      <p className={styles.question}>{question}</p>
      <p>
        {guess === undefined ? text(words, 'guess.none') : text(words, 'guess.yours', { guess })}{' '}
        <span className={styles.hint}>{text(words, 'guess.locked')}</span>
      </p>
    </div>
  );
}
