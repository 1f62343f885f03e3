import type { Phase } from '../protocol/training';
import { busyRun, comingBack } from './engineSlice';
import { currentPointId, LIVE_ID, liveRun } from './points';
import type { ActiveStatus, AppState, RunRecord, SavedPoint } from './state';

export { downsample } from './downsample';
export { lineage } from './lineage';

/** The run in the worker, or null. */
export function activeRun({ runs }: Pick<AppState, 'runs'>): RunRecord | null {
  return (runs.activeRunId === null ? undefined : runs.records[runs.activeRunId]) ?? null;
}

/** Selects the run a panel shows: the latest of its phase, or null. */
export function runOf(phase: Phase): (state: Pick<AppState, 'runs'>) => RunRecord | null {
  return ({ runs }) => runs.records[runs.latest[phase] ?? ''] ?? null;
}

/** The status a panel shows. A run of an earlier visit is coming back everywhere until its phase is known. */
export function statusOf(phase: Phase): (state: Pick<AppState, 'engine' | 'runs'>) => ActiveStatus | 'idle' {
  return (state) => {
    const run = runOf(phase)(state);
    if (run) return run.status;
    return state.engine.status !== 'unavailable' && comingBack(state) !== null ? 'recovering' : 'idle';
  };
}

/** The run whose weights are the current model while it trains, or null when a saved point is current. */
export function currentRun(state: Pick<AppState, 'runs' | 'checkpoints'>): RunRecord | null {
  return state.checkpoints.currentId === LIVE_ID ? liveRun(state) : null;
}

/** The current model as a saved point; null while it is the model in training. */
export function currentPoint(state: Pick<AppState, 'runs' | 'checkpoints'>): SavedPoint | null {
  if (currentRun(state)) return null;
  const id = currentPointId(state);
  return state.checkpoints.points.find((point) => point.id === id) ?? null;
}

/** Seconds until a running run ends at its present pace; null when it does not run or its pace is not known yet. */
export function secondsLeft(run: RunRecord | null): number | null {
  if (run?.status !== 'running' || run.msPerStep <= 0) return null;
  return (Math.max(0, run.recipe.totalSteps - run.step) * run.msPerStep) / 1000;
}

/** Milliseconds of the step that machines are timed with, on the engine in use; null while that is not known. */
export function timedMs({ engine }: Pick<AppState, 'engine'>): number | null {
  const { backend, paces } = engine;
  return backend === 'webgl' || backend === 'wasm' ? (paces[backend]?.msPerStep ?? null) : null;
}

/** Whether a new run can begin: the engine works or is coming, and no other run is under way or coming back. */
export function canStart(state: Pick<AppState, 'engine' | 'runs'>): boolean {
  return state.engine.status !== 'unavailable' && busyRun(state) === null && comingBack(state) === null;
}
