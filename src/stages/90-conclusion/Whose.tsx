import { useRef } from 'react';
import { sizeName } from '../../content/modelNames';
import { counted, text } from '../../content/narrative';
import { byteSize, weights } from '../../content/numbers';
import { Button } from '../../ui/controls/Button';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { useRetry, type Telling } from './useConclusion';

interface Life {
  readonly read: Telling;
  readonly coded: Telling;
}

/** Whose life is told, and how long it was. */
function sentenceOf({ read, coded }: Life): string {
  if (read.status === 'loading' || coded.status === 'loading') return text(words, 'life.loading');
  const last = coded.told ?? read.told;
  if (!last) return text(words, 'life.none');
  const values = {
    preset: sizeName(last.preset),
    parameters: weights(last.parameterCount),
    bytes: byteSize(last.bytesSeen),
  };
  const isHalf = read.told && coded.told && read.told.isOwn !== coded.told.isOwn;
  if (isHalf) return text(words, 'life.half');
  const steps = (read.told?.steps ?? 0) + (coded.told?.steps ?? 0);
  return counted(words, last.isOwn ? 'life.own' : 'life.recorded', steps, values);
}

/** Whose life is told below; where a recording could not be read, why, and a way to try again. */
export function Whose(life: Life) {
  const line = useRef<HTMLParagraphElement>(null);
  const retry = useRetry();
  const failed = [life.read, life.coded].find((telling) => telling.status === 'failed');
  return (
    <>
      <p ref={line} tabIndex={-1} className={styles.whose}>
        {sentenceOf(life)}
      </p>
      {failed && (
        <div className={styles.missing} role="alert">
          <p>{failed.reason}</p>
          <Button
            onClick={() => {
              // The button goes while it is read again.
              line.current?.focus();
              retry();
            }}
          >
            {text(words, 'life.retry')}
          </Button>
        </div>
      )}
    </>
  );
}
