import { text } from '../../content/narrative';
import { byteSize } from '../../content/numbers';
import { currentPointId, LIVE_ID } from '../../store/points';
import type { SavedPoint } from '../../store/state';
import { Button } from '../../ui/controls/Button';
import { useActions, useAppStore } from '../appStore';
import styles from './recorded.module.css';
import words from './words.en.md';

interface UseModelProps {
  readonly point: SavedPoint;
  /** E.g. "Pretrained nano, step 200". */
  readonly name: string;
}

/** Makes a saved point the current model, and says first what that fetches. */
export function UseModel({ point, name }: UseModelProps) {
  const isCurrent = useAppStore(
    (state) => state.checkpoints.currentId !== LIVE_ID && currentPointId(state) === point.id,
  );
  const { selectCheckpoint, goTo } = useActions();
  if (isCurrent) {
    return (
      <div className={styles.use}>
        <Button onClick={() => goTo('prompt')}>{text(words, 'ask')}</Button>
        <span role="status">{text(words, 'use.current')}</span>
      </div>
    );
  }
  return (
    <div className={styles.use}>
      <Button
        aria-label={text(words, 'use.label', { model: name })}
        onClick={() => selectCheckpoint(point.id)}
      >
        {text(words, 'use')}
      </Button>
      <span>
        {point.bytes === undefined
          ? text(words, 'use.free')
          : text(words, 'use.bytes', { size: byteSize(point.bytes) })}
      </span>
    </div>
  );
}
