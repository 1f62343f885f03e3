import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import words from './help.en.md';
import styles from './Tour.module.css';

interface StopProps {
  readonly stop: string;
  readonly titleId: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onEnd: () => void;
}

/** What is said at one stop, where the tour is, and the way on. */
export function Stop({ stop, titleId, at, count, onMove, onEnd }: StopProps) {
  const isLast = at === count - 1;
  return (
    <>
      <p id={`${titleId}-place`} className={styles.place}>
        {text(words, 'place', { stop: at + 1, count })}
      </p>
      <h2 id={titleId} tabIndex={-1} aria-describedby={`${titleId}-about ${titleId}-place`}>
        {text(words, stop)}
      </h2>
      <p id={`${titleId}-about`}>{text(words, `${stop}.about`)}</p>
      <div className={styles.ways}>
        <Button tone="primary" onClick={() => (isLast ? onEnd() : onMove(1))}>
          {text(words, isLast ? 'done' : 'next')}
        </Button>
        {at > 0 && <Button onClick={() => onMove(-1)}>{text(words, 'back')}</Button>}
        {!isLast && (
          <Button tone="plain" onClick={onEnd}>
            {text(words, 'end')}
          </Button>
        )}
      </div>
    </>
  );
}
