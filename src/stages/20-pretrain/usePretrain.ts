import { useMemo } from 'react';
import { proseLexicon } from '../../corpora/prose/lexicon';
import { lexiconOf } from '../../engine/evaluate/realWords';
import { runOf } from '../../store/selectors';
import type { RunRecord } from '../../store/state';
import type { Baseline, LineKind, StepSeries } from '../../ui/charts/stepSeries';
import { text } from '../../content/narrative';
import { useActions, useAppStore } from '../appStore';
import { heldOutLoss, storyShares } from '../curves';
import { behind, useExpected, type Expected } from '../recorded/useRecording';
import { usePhaseRun } from '../usePhaseRun';
import words from './narrative.en.md';
import { anyTokenBits } from './anyToken';
import { isGuess, QUESTION, type Guess } from './prediction';

/** The reader's guess and how to make one; it is locked once the run it is about has begun. */
export function useGuess(): { guess: Guess | null; locked: boolean; setGuess: (guess: Guess) => void } {
  const kept = useAppStore((state) => state.lesson.predictions[QUESTION]);
  const locked = useAppStore((state) => runOf('pretrain')(state) !== null);
  const { predict } = useActions();
  return { guess: isGuess(kept) ? kept : null, locked, setGuess: (guess) => predict(QUESTION, guess) };
}

/** What mere counting reaches on a run's text, the worst guesser first; empty until it was counted. */
function useBaselines(record: RunRecord | null): readonly Baseline[] {
  const counted = record?.baselines;
  const file = record?.recipe.tokenizer;
  const corpus = record?.recipe.corpus;
  return useMemo(() => {
    if (!counted || !file) return [];
    const anyToken = anyTokenBits(file, corpus?.kind === 'ownText' ? corpus.text : null);
    const losses = { ...counted, anyToken };
    return (['uniform', 'letters', 'anyToken', 'bigram', 'fourGram'] as const).map((name) => ({
      label: text(words, `baseline.${name}`),
      value: losses[name],
    }));
  }, [counted, file, corpus]);
}

/** The words a run's samples are held against: those of its corpus. */
function useLexicon(record: RunRecord | null, stories: ReadonlySet<string>): ReadonlySet<string> {
  const corpus = record?.recipe.corpus;
  const ownText = corpus?.kind === 'ownText' ? corpus.text : null;
  return useMemo(() => (ownText === null ? stories : lexiconOf([ownText])), [ownText, stories]);
}

const COHERENCE = ['realWords', 'pronouns', 'things'] as const;

/** How well the run's stories hold together, with those of a recorded run behind; null for a text of the reader's. */
function useCoherence(
  record: RunRecord | null,
  expected: Expected | null,
  totalSteps: number,
): readonly StepSeries[] | null {
  const proseKind = useAppStore((state) => state.corpus.proseKind);
  const readsStories = (record?.recipe.corpus.kind ?? proseKind) === 'stories';
  const measured = record?.stories;
  return useMemo(() => {
    if (!readsStories) return null;
    const line = (kind: LineKind, label: string, points: StepSeries['points']): StepSeries => ({
      kind,
      label,
      points,
    });
    const recorded = COHERENCE.map((kind) =>
      line(kind, text(words, `line.recorded.${kind}`), storyShares(expected?.run.stories ?? [], kind)),
    );
    return [
      ...COHERENCE.map((kind) => line(kind, text(words, `line.${kind}`), storyShares(measured ?? [], kind))),
      ...behind(recorded, totalSteps),
    ];
  }, [readsStories, measured, expected, totalSteps]);
}

/** Everything the Pretrain panel shows of the run. */
export function usePretrain() {
  const run = usePhaseRun('pretrain');
  const { record, trainLoss } = run;
  const { guess } = useGuess();
  const draftSteps = useAppStore((state) => state.runs.drafts.pretrain.totalSteps);
  const totalSteps = record?.recipe.totalSteps ?? draftSteps;
  const recordedRun = useExpected('pretrain');
  // It would give the answer away to a reader who has yet to guess.
  const expected = guess === null && record === null ? null : recordedRun;
  const storyLexicon = useMemo(() => proseLexicon(), []);
  const lexicon = useLexicon(record, storyLexicon);
  const evaluations = record?.evaluations;
  const series = useMemo<readonly StepSeries[]>(() => {
    const heldOut = heldOutLoss(evaluations ?? [], 'proseBitsPerByte');
    const recorded = heldOutLoss(expected?.run.history.evaluations ?? [], 'proseBitsPerByte');
    return [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss },
      { kind: 'prose', label: text(words, 'line.heldOut'), points: heldOut },
      ...behind([{ kind: 'prose', label: text(words, 'line.recorded'), points: recorded }], totalSteps),
    ];
  }, [trainLoss, evaluations, expected, totalSteps]);
  const coherence = useCoherence(record, expected, totalSteps);
  const baselines = useBaselines(record);
  return {
    run,
    series,
    coherence,
    baselines,
    totalSteps,
    expected,
    lexicon,
    storyLexicon,
    guess,
  };
}
