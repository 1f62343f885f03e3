import { counted, text } from '../../content/narrative';
import type { EvaluationStatus } from '../../store/evaluationState';
import { Button } from '../../ui/controls/Button';
import { spokenTime } from '../../ui/run/spokenTime';
import progress from '../../ui/run/RunProgress.module.css';
import words from './narrative.en.md';
import styles from './RunBar.module.css';
import { isOpen } from './useEvaluate';

interface RunBarProps {
  readonly status: EvaluationStatus;
  /** Shown when status is 'failed'. */
  readonly failure: string | null;
  /** Why nothing can be asked now; null when it can. */
  readonly obstacle: 'loading' | 'unavailable' | null;
  readonly done: number;
  readonly total: number;
  /** Programs the next evaluation asks for. */
  readonly next: number;
  /** Null while it is not known. */
  readonly secondsLeft: number | null;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** Where the work stands; what changes many times a second is not part of it, because it is read out. */
function sentenceOf({ status, failure, obstacle, total, next }: RunBarProps): string {
  if (status === 'failed') return failure ?? text(words, 'status.failed');
  if (obstacle !== null && !isOpen(status)) return text(words, `obstacle.${obstacle}`);
  if (status === 'idle') return counted(words, 'status.idle', next);
  if (status === 'done') return counted(words, 'status.done', total);
  return text(words, `status.${status}`);
}

/** Begin, cancel, and one sentence on where the work stands, with a bar and the time left while it goes on. */
export function RunBar(props: RunBarProps) {
  const { status, obstacle, done, total, secondsLeft, onRun, onCancel } = props;
  const open = isOpen(status);
  const canRun = !open && obstacle === null;
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        <Button
          tone={status === 'done' ? 'secondary' : 'primary'}
          aria-disabled={!canRun}
          onClick={() => canRun && onRun()}
        >
          {text(words, 'run')}
        </Button>
        <Button aria-disabled={!open} onClick={() => open && onCancel()}>
          {text(words, 'cancel')}
        </Button>
      </div>
      {open && (
        <>
          <progress className={progress.bar} max={total} value={done} aria-label={text(words, 'progress')} />
          <p className={styles.sentence}>
            {counted(words, 'progressOf', total, { done })} · {spokenTime(secondsLeft)}
          </p>
        </>
      )}
      <p
        className={status === 'failed' ? `${styles.sentence} ${styles.failed}` : styles.sentence}
        role="status"
      >
        {sentenceOf(props)}
      </p>
    </div>
  );
}
