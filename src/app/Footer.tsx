import { text } from '../content/narrative';
import { EngineStatus } from './EngineStatus';
import styles from './Footer.module.css';
import words from './words.en.md';

/** What the reader may rely on, and what their machine computes with. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <div className={styles.row}>
        <p>
          {text(words, 'privacy')} {text(words, 'licence')}
        </p>
        <EngineStatus />
      </div>
    </footer>
  );
}
