import { useMemo } from 'react';
import { chosenCorpus } from '../store/drafts';
import type { AppStore, RunRecord } from '../store/state';
import type { LossPoint } from '../ui/charts/lossSeries';
import { useThrottledStore } from '../ui/charts/useThrottledStore';
import { isUnderWay, type RunIntention, type RunStatus } from '../ui/run/runStatus';
import { useActions, useAppStore, useAppStoreApi } from './appStore';

type Phase = keyof AppStore['runs']['latest'];

/** Figures follow a run at most this often. */
const REDRAW_MS = 250;

/** The latest run of a phase, as its stage shows and steers it. */
export interface PhaseRun {
  /** Follows every change at once. */
  readonly status: RunStatus;
  /** Follows the training at most four times a second; null before the first run. */
  readonly record: RunRecord | null;
  /** Loss on the text in training, step by step. */
  readonly trainLoss: readonly LossPoint[];
  /** A sentence that says why no run can start; null when one can. */
  readonly obstacle: string | null;
  /** True when the worker holds an unfinished run of the other phase. */
  readonly busyElsewhere: boolean;
  readonly intend: (intention: RunIntention) => void;
}

function recordOf({ runs }: AppStore, phase: Phase): RunRecord | null {
  const id = runs.latest[phase];
  return (id === null ? undefined : runs.records[id]) ?? null;
}

/** A run that another one pushed out of the worker has ended, whatever it was doing. */
function statusOf(state: AppStore, phase: Phase): RunStatus {
  const record = recordOf(state, phase);
  if (!record) return 'idle';
  const inWorker = state.runs.activeRunId === record.runId;
  return isUnderWay(record.status) && !inWorker ? 'stopped' : record.status;
}

function isBusyElsewhere({ runs }: AppStore, phase: Phase): boolean {
  const active = runs.activeRunId === null ? undefined : runs.records[runs.activeRunId];
  return active !== undefined && active.recipe.phase !== phase && isUnderWay(active.status);
}

function obstacleOf(state: AppStore, phase: Phase): string | null {
  if (state.engine.status === 'unavailable') return state.engine.reason;
  const corpus = chosenCorpus(state, phase);
  return typeof corpus === 'string' ? corpus : null;
}

/** Follows and steers the latest run of a phase. */
export function usePhaseRun(phase: Phase): PhaseRun {
  const store = useAppStoreApi();
  const actions = useActions();
  const status = useAppStore((state) => statusOf(state, phase));
  const obstacle = useAppStore((state) => obstacleOf(state, phase));
  const busyElsewhere = useAppStore((state) => isBusyElsewhere(state, phase));
  const record = useThrottledStore(store, (state) => recordOf(state, phase), REDRAW_MS);
  const reports = record?.reports;
  const trainLoss = useMemo(
    () => (reports ?? []).map(({ step, bitsPerByte }) => ({ step, bitsPerByte })),
    [reports],
  );
  const intend = (intention: RunIntention): void => {
    const act: Readonly<Record<RunIntention, () => void>> = {
      start: () => void actions.startRun(phase),
      pause: actions.pauseRun,
      resume: actions.resumeRun,
      step: actions.stepRun,
      stop: actions.stopRun,
      reset: actions.resetRun,
    };
    act[intention]();
  };
  return { status, record, trainLoss, obstacle, busyElsewhere, intend };
}
