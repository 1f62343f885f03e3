import { CITATIONS } from '../../content/citations';
import { text } from '../../content/narrative';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { SOURCES } from './sources';

/** The whole of every source that the stages name in short. */
export function Sources() {
  return (
    <details className={styles.sources}>
      <summary>{text(words, 'sources')}</summary>
      <ul>
        {SOURCES.map((key) => (
          <li key={key} lang="en">
            {CITATIONS[key]}
          </li>
        ))}
      </ul>
    </details>
  );
}
