import { useMemo, type ReactNode } from 'react';
import { counted, text } from '../../content/narrative';
import { count, decimals, inARow } from '../../content/numbers';
import type { RecordedRun, Stop, StoryMeasure } from '../../store/recordings';
import { LossExplanation } from '../../ui/charts/LossExplanation';
import { LOSS } from '../../ui/charts/measures';
import { StepChart } from '../../ui/charts/StepChart';
import type { Baseline, StepSeries } from '../../ui/charts/stepSeries';
import { Figure } from '../../ui/prose/Figure';
import { roughShare } from '../../ui/run/quantity';
import { heldOutLoss, trainLoss } from '../curves';
import styles from './recorded.module.css';
import words from './words.en.md';

interface RecordedFiguresProps {
  readonly run: RecordedRun;
  readonly stop: Stop;
  /** The sample written at the stop. */
  readonly children: ReactNode;
}

const NO_BASELINES: readonly Baseline[] = [];

/** How well stories hold together, in words; what could not be checked is left out. */
function told({ realWords, pronouns, things }: StoryMeasure): string {
  const parts = (['pronouns', 'things'] as const).flatMap((name) => {
    const { checked, right } = { pronouns, things }[name];
    return checked === 0
      ? []
      : [counted(words, `measured.${name}`, checked, { share: roughShare(right / checked) })];
  });
  return inARow([text(words, 'measured.realWords', { share: roughShare(realWords) }), ...parts]);
}

/** What was measured at a stop, in words. */
function measured({ evaluation, verdicts, stories }: Stop, phase: RecordedRun['recipe']['phase']) {
  const bits = (value: number | null | undefined) =>
    value == null ? [] : [text(words, 'measured.bits', { bits: decimals(value) })];
  const of = (part: number): string => roughShare(verdicts?.total ? part / verdicts.total : 0);
  const programs =
    verdicts && verdicts.total > 0
      ? counted(words, 'measured.shares', verdicts.total, {
          parses: of(verdicts.parses),
          runs: of(verdicts.runs),
          passes: of(verdicts.passes),
        })
      : text(words, 'measured.untested');
  return [
    ...bits(evaluation?.codeBitsPerByte).map((value) => ({ name: 'measured.code', value })),
    ...bits(evaluation?.proseBitsPerByte).map((value) => ({ name: 'measured.prose', value })),
    ...(stories ? [{ name: 'measured.stories', value: told(stories) }] : []),
    ...(phase === 'fineTune' ? [{ name: 'measured.programs', value: programs }] : []),
  ];
}

/** The course of a recorded run with the stop marked in it, beside what the model wrote there. */
export function RecordedFigures({ run, stop, children }: RecordedFiguresProps) {
  const { history, recipe } = run;
  const series = useMemo<readonly StepSeries[]>(() => {
    const lines: readonly StepSeries[] = [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss(history.reports) },
      {
        kind: 'code',
        label: text(words, 'line.code'),
        points: heldOutLoss(history.evaluations, 'codeBitsPerByte'),
      },
      {
        kind: 'prose',
        label: text(words, 'line.prose'),
        points: heldOutLoss(history.evaluations, 'proseBitsPerByte'),
      },
    ];
    return lines.filter(({ points }) => points.length > 0);
  }, [history]);
  const step = count(stop.step);
  const mark = <span className={styles.mark}>{text(words, 'mark', { seed: String(recipe.seed) })}</span>;
  return (
    <>
      <Figure title={counted(words, 'sample.title', stop.step)} aside={mark}>
        <div className={styles.sample}>{children}</div>
        <dl className={styles.measured}>
          {measured(stop, recipe.phase).map(({ name, value }) => (
            <div key={name}>
              <dt>{text(words, name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Figure>
      <Figure
        title={text(words, 'loss.title')}
        caption={text(words, 'loss.caption')}
        explanation={<LossExplanation measured={history.reports.length} hasBaselines={false} />}
        aside={mark}
      >
        <StepChart
          measure={LOSS}
          series={series}
          baselines={NO_BASELINES}
          totalSteps={recipe.totalSteps}
          marker={{ step: stop.step, label: text(words, 'marker', { step }) }}
          emptyText={text(words, 'loss.empty')}
        />
      </Figure>
    </>
  );
}
