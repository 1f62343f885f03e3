import type { ReactNode } from 'react';
import { counted, text } from '../../content/narrative';
import { byteSize } from '../../content/numbers';
import { roughSpeed } from './quantity';
import styles from './RunProgress.module.css';
import type { RunStatus } from './runStatus';
import { spokenTime } from './spokenTime';
import words from './words.en.md';

interface RunProgressProps {
  readonly status: RunStatus;
  readonly step: number;
  readonly totalSteps: number;
  readonly tokensPerSecond: number;
  /** Null while it does not run or its pace is not known yet. */
  readonly secondsLeft: number | null;
  readonly bytesSeen: number;
}

function waitText({ status, secondsLeft }: RunProgressProps): string {
  if (status === 'paused' || status === 'pausing') return text(words, 'time.waiting');
  if (status === 'finished' || status === 'stopped' || status === 'failed') return text(words, 'time.none');
  return spokenTime(secondsLeft);
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How far a run is, how fast, and how long it will take. */
export function RunProgress(props: RunProgressProps) {
  const { step, totalSteps, tokensPerSecond, bytesSeen } = props;
  const speed = tokensPerSecond > 0 ? counted(words, 'progress.tokens', roughSpeed(tokensPerSecond)) : '–';
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} max={totalSteps} value={step} aria-label={text(words, 'progress')} />
      <dl className={styles.facts}>
        <Fact name={text(words, 'progress.step')}>
          {text(words, 'progress.of', { step, total: totalSteps })}
        </Fact>
        <Fact name={text(words, 'progress.left')}>{waitText(props)}</Fact>
        <Fact name={text(words, 'progress.speed')}>{speed}</Fact>
        <Fact name={text(words, 'progress.read')}>{byteSize(bytesSeen)}</Fact>
      </dl>
    </div>
  );
}
