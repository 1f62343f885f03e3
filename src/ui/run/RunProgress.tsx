import type { ReactNode } from 'react';
import { text } from '../../content/narrative';
import { bytesText, countText, speedText } from './quantity';
import styles from './RunProgress.module.css';
import type { RunStatus } from './runStatus';
import { secondsLeft, timeLeft } from './timeLeft';
import words from './words.en.md';

interface RunProgressProps {
  readonly status: RunStatus;
  readonly step: number;
  readonly totalSteps: number;
  readonly tokensPerSecond: number;
  readonly msPerStep: number;
  readonly bytesSeen: number;
}

function waitText({ status, step, totalSteps, msPerStep }: RunProgressProps): string {
  if (status === 'paused' || status === 'pausing') return text(words, 'time.waiting');
  if (status === 'finished' || status === 'stopped' || status === 'failed') return text(words, 'time.none');
  const { key, count } = timeLeft(secondsLeft(step, totalSteps, msPerStep));
  return text(words, key, { count });
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
  const speed = tokensPerSecond > 0 ? text(words, 'progress.tokens', { count: speedText(tokensPerSecond) }) : '–';
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} max={totalSteps} value={step} aria-label={text(words, 'progress')} />
      <dl className={styles.facts}>
        <Fact name={text(words, 'progress.step')}>
          {text(words, 'progress.of', { step: countText(step), total: countText(totalSteps) })}
        </Fact>
        <Fact name={text(words, 'progress.left')}>{waitText(props)}</Fact>
        <Fact name={text(words, 'progress.speed')}>{speed}</Fact>
        <Fact name={text(words, 'progress.read')}>{bytesText(bytesSeen)}</Fact>
      </dl>
    </div>
  );
}
