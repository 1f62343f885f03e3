import { text } from '../content/narrative';
import { Button } from '../ui/controls/Button';
import styles from './Opening.module.css';
import words from './words.en.md';

interface OpeningProps {
  /** What went wrong, as a sentence; nothing while all is well. */
  readonly failure?: string;
  readonly onRetry?: () => void;
}

/** What stands here for the moment before the page is ready, or when it cannot become ready. */
export function Opening({ failure, onRetry }: OpeningProps) {
  return (
    <main className={styles.opening}>
      <h1>{text(words, 'title')}</h1>
      {failure ? (
        <div role="alert">
          <p>{failure}</p>
          <Button tone="primary" onClick={onRetry}>
            {text(words, 'retry')}
          </Button>
        </div>
      ) : (
        <p role="status" className={styles.waiting}>
          {text(words, 'loading')}
        </p>
      )}
    </main>
  );
}
