import { useMemo } from 'react';
import { obstacleTo } from '../store/drafts';
import { activeRun, runOf, secondsLeft, statusOf } from '../store/selectors';
import type { AppStore, RunRecord } from '../store/state';
import type { StepPoint } from '../ui/charts/stepSeries';
import { useThrottledStore } from '../ui/charts/useThrottledStore';
import { isUnderWay, type RunIntention, type RunStatus } from '../ui/run/runStatus';
import { useActions, useAppStore, useAppStoreApi } from './appStore';
import { trainLoss } from './curves';

type Phase = keyof AppStore['runs']['latest'];

/** Figures follow a run at most this often. */
const REDRAW_MS = 250;

/** The latest run of a phase, as its stage shows and steers it. */
export interface PhaseRun {
  /** Follows every change at once. */
  readonly status: RunStatus;
  /** Follows the training at most four times a second; null before the first run. */
  readonly record: RunRecord | null;
  /** Loss on the text in training, thinned out for a chart. */
  readonly trainLoss: readonly StepPoint[];
  /** Null while the run does not train or its pace is not known yet. */
  readonly secondsLeft: number | null;
  /** A sentence that says why no run can start; null when one can. */
  readonly obstacle: string | null;
  /** True when a run of the other phase has to end before one can start here. */
  readonly busyElsewhere: boolean;
  /** How far an engine is that starts; null when none does, or it does not tell. */
  readonly preparing: AppStore['engine']['preparing'];
  readonly intend: (intention: RunIntention) => void;
}

function isBusyElsewhere(state: AppStore, phase: Phase): boolean {
  const run = activeRun(state);
  return run !== null && run.recipe.phase !== phase && isUnderWay(run.status);
}

/** Follows and steers the latest run of a phase. */
export function usePhaseRun(phase: Phase): PhaseRun {
  const store = useAppStoreApi();
  const actions = useActions();
  const status = useAppStore(statusOf(phase));
  const obstacle = useAppStore((state) => obstacleTo(state, phase));
  const busyElsewhere = useAppStore((state) => isBusyElsewhere(state, phase));
  const preparing = useAppStore((state) => state.engine.preparing);
  const record = useThrottledStore(store, runOf(phase), REDRAW_MS);
  const reports = record?.reports;
  const lossInTraining = useMemo(() => trainLoss(reports ?? []), [reports]);
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
  return {
    status,
    record,
    trainLoss: lossInTraining,
    secondsLeft: secondsLeft(record),
    obstacle,
    busyElsewhere,
    preparing,
    intend,
  };
}
