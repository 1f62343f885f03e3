import { useMemo } from 'react';
import { counted, text } from '../../content/narrative';
import { SweepChart, SweepExplanation } from '../../ui/charts/SweepChart';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { useActions, useAppStore } from '../appStore';
import words from './narrative.en.md';
import styles from './Sweep.module.css';
import { sweepChartPoints } from './sweepPoints';
import { isOpen } from './useEvaluate';

/** The same tasks at several temperatures: how many answers are right, and how many different ones there are. */
export function Sweep({ model }: { readonly model: string }) {
  const points = useAppStore((state) => state.evaluation.sweep);
  const status = useAppStore((state) => state.evaluation.sweepStatus);
  const failure = useAppStore((state) => state.evaluation.sweepFailure);
  const { runSweep, cancelEvaluation } = useActions();
  const chartPoints = useMemo(() => sweepChartPoints(points), [points]);
  const open = isOpen(status);
  const sentenceOf = (): string => {
    if (status === 'failed') return failure ?? text(words, 'status.failed');
    if (status === 'idle') return text(words, 'sweep.idle', { model });
    return counted(words, open ? 'sweep.running' : 'sweep.over', points.length);
  };
  return (
    <>
      <div className={styles.story}>
        <Prose of={words} at="sweep.story" />
        <div className={styles.buttons}>
          <Button aria-disabled={open} onClick={() => !open && void runSweep()}>
            {text(words, 'sweep.run')}
          </Button>
          {open && (
            <Button tone="plain" onClick={cancelEvaluation}>
              {text(words, 'sweep.cancel')}
            </Button>
          )}
        </div>
        <p className={styles.sentence} role="status">
          {sentenceOf()}
        </p>
      </div>
      <Figure
        title={text(words, 'sweep.title')}
        caption={text(words, 'sweep.caption')}
        explanation={<SweepExplanation />}
      >
        <SweepChart points={chartPoints} emptyText={text(words, 'sweep.empty')} />
      </Figure>
    </>
  );
}
