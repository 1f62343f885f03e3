import { useMemo } from 'react';
import { proseLexicon } from '../../corpora/prose/lexicon';
import { lexiconOf } from '../../engine/evaluate/realWords';
import { runOf } from '../../store/selectors';
import type { RunRecord } from '../../store/state';
import type { Baseline, StepSeries } from '../../ui/charts/stepSeries';
import { text } from '../../content/narrative';
import { useActions, useAppStore } from '../appStore';
import { usePhaseRun } from '../usePhaseRun';
import words from './narrative.en.md';
import { anyTokenBits } from './anyToken';
import { isGuess, judge, QUESTION, stepOfMostRealWords, type Guess } from './prediction';

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
function useLexicon(record: RunRecord | null): ReadonlySet<string> {
  const corpus = record?.recipe.corpus;
  const ownText = corpus?.kind === 'ownText' ? corpus.text : null;
  return useMemo(() => (ownText === null ? proseLexicon() : lexiconOf([ownText])), [ownText]);
}

/** What the run has shown so far about the question asked before it. */
function outcomeOf(record: RunRecord | null, guess: Guess | null) {
  if (!record) return null;
  const reachedAt = stepOfMostRealWords(record.samples);
  const verdict = guess === null ? null : judge(guess, reachedAt, record.step);
  return { reachedAt, verdict, share: record.samples.at(-1)?.realWords ?? null };
}

/** Everything the Pretrain panel shows of the run. */
export function usePretrain() {
  const run = usePhaseRun('pretrain');
  const { record, trainLoss } = run;
  const { guess } = useGuess();
  const draftSteps = useAppStore((state) => state.runs.drafts.pretrain.totalSteps);
  const lexicon = useLexicon(record);
  const evaluations = record?.evaluations;
  const series = useMemo<readonly StepSeries[]>(() => {
    const heldOut = (evaluations ?? []).flatMap(({ step, proseBitsPerByte }) =>
      proseBitsPerByte === null ? [] : [{ step, value: proseBitsPerByte }],
    );
    return [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss },
      { kind: 'prose', label: text(words, 'line.heldOut'), points: heldOut },
    ];
  }, [trainLoss, evaluations]);
  const baselines = useBaselines(record);
  return {
    run,
    series,
    baselines,
    totalSteps: record?.recipe.totalSteps ?? draftSteps,
    lexicon,
    guess,
    outcome: outcomeOf(record, guess),
  };
}
