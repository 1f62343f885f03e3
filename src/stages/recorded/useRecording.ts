import { useEffect, useMemo } from 'react';
import { shippedSizes } from '../../store/points';
import {
  expectedRun,
  isSetLike,
  planOfDraft,
  planOfRun,
  type Plan,
  type RecordedRun,
} from '../../store/recordings';
import { runOf } from '../../store/selectors';
import type { KnownRecording } from '../../store/state';
import type { StepSeries } from '../../ui/charts/stepSeries';
import { useActions, useAppStore } from '../appStore';

export type PhaseName = Plan['phase'];
export type Size = Plan['preset'];

/** The sizes that came with the app, from small to large. */
export function useShippedSizes(): readonly Size[] {
  const points = useAppStore((state) => state.checkpoints.points);
  return useMemo(() => shippedSizes(points), [points]);
}

/** The recorded life of a size, read when it is first asked for; undefined until then and for a size without one. */
export function useRecording(size: Size | undefined): KnownRecording | undefined {
  const sizes = useShippedSizes();
  const { loadRecording } = useActions();
  const wanted = size && sizes.includes(size) ? size : undefined;
  useEffect(() => {
    if (wanted) void loadRecording(wanted);
  }, [wanted, loadRecording]);
  return useAppStore((state) => (wanted ? state.recordings[wanted] : undefined));
}

/** What to expect of a run, from one that was recorded. */
export interface Expected {
  readonly run: RecordedRun;
  /** True when the run at hand is set like it, its seed aside. */
  readonly isAlike: boolean;
}

/** The recorded run most like the latest run of a phase, or before there is one, like the run the settings describe. */
export function useExpected(phase: PhaseName): Expected | null {
  const recipe = useAppStore((state) => runOf(phase)(state)?.recipe ?? null);
  const draft = useAppStore((state) => state.runs.drafts[phase]);
  const corpus = useAppStore((state) => state.corpus);
  const tokenizer = useAppStore((state) => state.tokenizer);
  const plan = useMemo(
    () => (recipe ? planOfRun(recipe) : planOfDraft(draft, { corpus, tokenizer }, phase)),
    [recipe, draft, corpus, tokenizer, phase],
  );
  const known = useRecording(plan.preset);
  return useMemo(() => {
    const recording = known?.status === 'ready' ? known.recording : null;
    const run = recording && expectedRun(recording, plan, tokenizer.shipped);
    return run && { run, isAlike: isSetLike(run, plan) };
  }, [known, plan, tokenizer]);
}

/** Recorded lines as a chart of a run shows them: no further than the run goes. */
export function behind(series: readonly StepSeries[], totalSteps: number): readonly StepSeries[] {
  return series.map((line) => ({
    ...line,
    recorded: true,
    points: line.points.filter(({ step }) => step <= totalSteps),
  }));
}
