import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { runOf } from '../../store/selectors';
import type { RunRecord } from '../../store/state';
import type { Baseline, LossPoint, LossSeries } from '../../ui/charts/lossSeries';
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
): readonly LossPoint[] {
  return evaluations.flatMap((evaluation) => {
    const bitsPerByte = evaluation[name];
    return bitsPerByte === null ? [] : [{ step: evaluation.step, bitsPerByte }];
  });
}

const NO_EVALUATIONS: RunRecord['evaluations'] = [];

/** Everything the Fine-tune panel shows of the run. */
export function useFineTune() {
  const run = usePhaseRun('fineTune');
  const { record, trainLoss } = run;
  const { guess } = useGuess();
  const draftSteps = useAppStore((state) => state.runs.drafts.fineTune.totalSteps);
  const evaluations = record?.evaluations ?? NO_EVALUATIONS;
  const series = useMemo<readonly LossSeries[]>(
    () => [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss },
      { kind: 'code', label: text(words, 'line.code'), points: heldOut(evaluations, 'codeBitsPerByte') },
      { kind: 'prose', label: text(words, 'line.prose'), points: heldOut(evaluations, 'proseBitsPerByte') },
    ],
    [trainLoss, evaluations],
  );
  const measured = record?.baselines ?? null;
  const baselines = useMemo<readonly Baseline[]>(
    () =>
      measured
        ? [
            { label: text(words, 'baseline.letters'), bitsPerByte: measured.letters },
            { label: text(words, 'baseline.fourGram'), bitsPerByte: measured.fourGram },
          ]
        : [],
    [measured],
  );
  return { run, series, baselines, guess, totalSteps: record?.recipe.totalSteps ?? draftSteps };
}
