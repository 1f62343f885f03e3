import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { runOf } from '../../store/selectors';
import type { RunRecord } from '../../store/state';
import type { Baseline, LineKind, StepSeries } from '../../ui/charts/stepSeries';
import { useActions, useAppStore } from '../appStore';
import { heldOutLoss, verdictShares } from '../curves';
import { behind, useExpected, type Expected } from '../recorded/useRecording';
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

const VERDICTS = ['parses', 'runs', 'passes'] as const;

/** What a recorded run did, to lie behind the lines of this one. */
function recordedLines(expected: Expected | null, totalSteps: number) {
  if (!expected) return { losses: [], verdicts: [] };
  const { history, verdicts } = expected.run;
  const line = (kind: LineKind, points: StepSeries['points']): StepSeries => ({
    kind,
    label: text(words, `line.recorded.${kind}`),
    points,
  });
  return {
    losses: behind(
      [
        line('code', heldOutLoss(history.evaluations, 'codeBitsPerByte')),
        line('prose', heldOutLoss(history.evaluations, 'proseBitsPerByte')),
      ],
      totalSteps,
    ),
    verdicts: behind(
      VERDICTS.map((kind) => line(kind, verdictShares(verdicts, kind))),
      totalSteps,
    ),
  };
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
  const totalSteps = record?.recipe.totalSteps ?? draftSteps;
  const recordedRun = useExpected('fineTune');
  // It would give the answer away to a reader who has yet to guess.
  const expected = guess === null && record === null ? null : recordedRun;
  const recorded = useMemo(() => recordedLines(expected, totalSteps), [expected, totalSteps]);
  const series = useMemo<readonly StepSeries[]>(
    () => [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss },
      { kind: 'code', label: text(words, 'line.code'), points: heldOutLoss(evaluations, 'codeBitsPerByte') },
      {
        kind: 'prose',
        label: text(words, 'line.prose'),
        points: heldOutLoss(evaluations, 'proseBitsPerByte'),
      },
      ...recorded.losses,
    ],
    [trainLoss, evaluations, recorded],
  );
  const judged = record?.verdicts ?? NO_VERDICTS;
  const verdicts = useMemo<readonly StepSeries[]>(
    () => [
      ...VERDICTS.map((kind) => {
        return { kind, label: text(words, `line.${kind}`), points: verdictShares(judged, kind) };
      }),
      ...recorded.verdicts,
    ],
    [judged, recorded],
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
  return { run, series, verdicts, baselines, guess, totalSteps, expected };
}
