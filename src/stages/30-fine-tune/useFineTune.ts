import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { downsample, runOf } from '../../store/selectors';
import type { RunRecord } from '../../store/state';
import { MAX_POINTS, type Baseline, type StepPoint, type StepSeries } from '../../ui/charts/stepSeries';
import { useActions, useAppStore } from '../appStore';
import { usePhaseRun } from '../usePhaseRun';
import words from './narrative.en.md';
import { isFate, QUESTION, type Fate } from './prediction';

/** The reader's guess and how to make one; it is locked once the run it is about has begun. */
export function useGuess(): { guess: Fate | null; locked: boolean; setGuess: (guess: Fate) => void } {
  const kept = useAppStore((state) => state.lesson.predictions[QUESTION]);
  const locked = useAppStore((state) => runOf('fineTune')(state) !== null);
  const { predict } = useActions();
  return { guess: isFate(kept) ? kept : null, locked, setGuess: (guess) => predict(QUESTION, guess) };
}

function heldOut(
  evaluations: RunRecord['evaluations'],
  name: 'proseBitsPerByte' | 'codeBitsPerByte',
): readonly StepPoint[] {
  return evaluations.flatMap((evaluation) => {
    const value = evaluation[name];
    return value === null ? [] : [{ step: evaluation.step, value }];
  });
}

/** A share of the programs that count, in percent; a probe of which nothing counts is left out. */
function shares(verdicts: RunRecord['verdicts'], name: 'parses' | 'runs' | 'passes'): readonly StepPoint[] {
  const points = verdicts
    .filter(({ total }) => total > 0)
    .map((counts) => ({ step: counts.step, value: (100 * counts[name]) / counts.total }));
  return downsample(
    points,
    MAX_POINTS,
    ({ step }) => step,
    ({ value }) => value,
  );
}

const NO_EVALUATIONS: RunRecord['evaluations'] = [];
const NO_VERDICTS: RunRecord['verdicts'] = [];

/** Everything the Fine-tune panel shows of the run. */
export function useFineTune() {
  const run = usePhaseRun('fineTune');
  const { record, trainLoss } = run;
  const { guess } = useGuess();
  const draftSteps = useAppStore((state) => state.runs.drafts.fineTune.totalSteps);
  const evaluations = record?.evaluations ?? NO_EVALUATIONS;
  const series = useMemo<readonly StepSeries[]>(
    () => [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss },
      { kind: 'code', label: text(words, 'line.code'), points: heldOut(evaluations, 'codeBitsPerByte') },
      { kind: 'prose', label: text(words, 'line.prose'), points: heldOut(evaluations, 'proseBitsPerByte') },
    ],
    [trainLoss, evaluations],
  );
  const judged = record?.verdicts ?? NO_VERDICTS;
  const verdicts = useMemo<readonly StepSeries[]>(
    () =>
      (['parses', 'runs', 'passes'] as const).map((kind) => {
        return { kind, label: text(words, `line.${kind}`), points: shares(judged, kind) };
      }),
    [judged],
  );
  const measured = record?.baselines ?? null;
  const baselines = useMemo<readonly Baseline[]>(
    () =>
      measured
        ? [
            { label: text(words, 'baseline.letters'), value: measured.letters },
            { label: text(words, 'baseline.fourGram'), value: measured.fourGram },
          ]
        : [],
    [measured],
  );
  return { run, series, verdicts, baselines, guess, totalSteps: record?.recipe.totalSteps ?? draftSteps };
}
