import { text } from '../../content/narrative';
import styles from './GivenKey.module.css';
import words from './words.en.md';

/** Says what the ground under a part of a program means. */
export function GivenKey() {
  return (
    <p className={styles.key}>
      <span className={styles.given}>{text(words, 'key.given')}</span> {text(words, 'key.written')}
    </p>
  );
}
