import { useMemo } from 'react';
import { proseLexicon } from '../../corpora/prose/lexicon';
import { lexiconOf } from '../../engine/evaluate/realWords';
import type { RunRecord } from '../../store/state';
import type { Baseline, LossSeries } from '../../ui/charts/lossSeries';
import { text } from '../../content/narrative';
import { useActions, useAppStore } from '../appStore';
import { usePhaseRun } from '../usePhaseRun';
import words from './narrative.en.md';
import { isGuess, judge, QUESTION, stepOfMostRealWords, type Guess } from './prediction';

/** The reader's guess and how to make one. */
export function useGuess(): { guess: Guess | null; setGuess: (guess: Guess) => void } {
  const kept = useAppStore((state) => state.lesson.predictions[QUESTION]);
  const { predict } = useActions();
  return { guess: isGuess(kept) ? kept : null, setGuess: (guess) => predict(QUESTION, guess) };
}

function baselinesOf(baselines: RunRecord['baselines']): readonly Baseline[] {
  if (!baselines) return [];
  return (['uniform', 'letters', 'bigram', 'fourGram'] as const).map((name) => ({
    label: text(words, `baseline.${name}`),
    bitsPerByte: baselines[name],
  }));
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
  const series = useMemo<readonly LossSeries[]>(() => {
    const heldOut = (evaluations ?? []).flatMap(({ step, proseBitsPerByte }) =>
      proseBitsPerByte === null ? [] : [{ step, bitsPerByte: proseBitsPerByte }],
    );
    return [
      { kind: 'train', label: text(words, 'line.train'), points: trainLoss },
      { kind: 'prose', label: text(words, 'line.heldOut'), points: heldOut },
    ];
  }, [trainLoss, evaluations]);
  const measured = record?.baselines ?? null;
  const baselines = useMemo(() => baselinesOf(measured), [measured]);
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
