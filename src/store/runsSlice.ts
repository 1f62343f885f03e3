import { text } from '../content/narrative';
import { parameterCount, PRESETS } from '../engine/config';
import type { Phase, RunRecipe, TrainingCommand } from '../protocol/training';
import { nextAutosave } from './autosaves';
import { bytesOf, pointById, settleCurrent } from './checkpointsSlice';
import type { StoreContext } from './context';
import { editedDraft, freshDraft, plannedRun } from './drafts';
import { busyRun, comingBack, whenReady } from './engineSlice';
import { notify } from './lessonSlice';
import { patchRecord } from './runRecords';
import type { ActiveStatus, AppActions, AppState, RunDraft, RunRecord, RunsSlice, SavedPoint } from './state';
import { vocabSizeOf } from './tokenizerSlice';
import words from './notices.en.md';

export const INITIAL_RUNS: RunsSlice = {
  drafts: { pretrain: freshDraft('pretrain'), fineTune: freshDraft('fineTune') },
  records: {},
  activeRunId: null,
  latest: { pretrain: null, fineTune: null },
  goesOn: false,
};

function waitingRecord(runId: string, recipe: RunRecipe, start: SavedPoint | undefined): RunRecord {
  const config = { ...PRESETS[recipe.preset].shape, vocabSize: vocabSizeOf(recipe.tokenizer) };
  return {
    runId,
    recipe,
    status: 'starting',
    step: 0,
    parameterCount: start?.info.parameterCount ?? parameterCount(config),
    priorSteps: start ? start.info.priorSteps + start.info.step : 0,
    bytesSeen: start?.info.bytesSeen ?? 0,
    tokensPerSecond: 0,
    msPerStep: 0,
    reports: [],
    evaluations: [],
    samples: [],
    probes: [],
    verdicts: [],
    stories: [],
    baselines: null,
    failure: null,
    restoredAtStep: null,
  };
}

/** Ends a run that never got to train, or whose training broke. */
export function failRun(context: StoreContext, runId: string, failure: string): void {
  patchRecord(context, runId, { status: 'failed', failure });
  settleCurrent(context, runId);
}

export async function startRun(context: StoreContext, phase: Phase): Promise<void> {
  const { deps, get, patch, session } = context;
  const other = busyRun(get());
  if (other) {
    notify(context, 'warning', text(words, `run.busy.${other.recipe.phase}`));
    return;
  }
  if (get().engine.status === 'unavailable') {
    notify(context, 'error', text(words, 'run.impossible', { reason: get().engine.reason }));
    return;
  }
  if (comingBack(get()) !== null) {
    notify(context, 'info', text(words, 'run.comingBack'));
    return;
  }
  const recipe = plannedRun(get(), phase);
  if (typeof recipe === 'string') {
    notify(context, 'warning', recipe);
    return;
  }
  const start = recipe.startedFrom === null ? undefined : pointById(get(), recipe.startedFrom);
  const runId = deps.newId();
  const { records, latest } = get().runs;
  patch('runs', {
    records: { ...records, [runId]: waitingRecord(runId, recipe, start) },
    activeRunId: runId,
    latest: { ...latest, [phase]: runId },
  });
  // What another run left must not bring this one back.
  Object.assign(session, { autosave: null, restoring: null, start: null });
  try {
    const origin = start ? await bytesOf(context, start) : null;
    if (get().runs.activeRunId !== runId) return;
    session.start = { runId, recipe, origin };
    whenReady(context, () => {
      if (get().runs.activeRunId === runId) deps.training.send(runId, { type: 'start', recipe, origin });
    });
  } catch (error) {
    failRun(context, runId, error instanceof Error ? error.message : text(words, 'run.startUnread'));
  }
}

/**
 * Sends a command to the active run if its status allows it, and shows at once that it was heard.
 * @returns whether it was sent
 */
function steer(
  context: StoreContext,
  allowed: readonly ActiveStatus[],
  command: Extract<TrainingCommand, { type: 'pause' | 'resume' | 'step' | 'stop' | 'save' }>,
  shown: ActiveStatus | null,
): boolean {
  const run = busyRun(context.get());
  if (!run || !allowed.includes(run.status)) return false;
  if (shown !== null) patchRecord(context, run.runId, { status: shown });
  context.deps.training.send(run.runId, command);
  return true;
}

/** The run the reader sees: that of the stage's panel, else the one in the worker. */
function shownRunId({ lesson, runs }: Pick<AppState, 'lesson' | 'runs'>): string | null {
  // A run that is coming back is shown in both panels until its phase is known.
  if (lesson.stage === 'pretrain') return runs.latest.pretrain ?? comingBack({ runs });
  if (lesson.stage === 'fine-tune') return runs.latest.fineTune ?? comingBack({ runs });
  return runs.activeRunId;
}

function resetRun(context: StoreContext): void {
  const { deps, get, patch, session, autosaves } = context;
  const runId = shownRunId(get());
  if (runId === null) return;
  const { latest, activeRunId } = get().runs;
  const records = Object.fromEntries(Object.entries(get().runs.records).filter(([id]) => id !== runId));
  const without = (phase: Phase): string | null => (latest[phase] === runId ? null : latest[phase]);
  patch('runs', { records, latest: { pretrain: without('pretrain'), fineTune: without('fineTune') } });
  const isActive = runId === activeRunId;
  if (isActive || session.autosave?.runId === runId) {
    session.autosave = null;
    autosaves.clear();
  }
  if (!isActive) return;
  patch('runs', { activeRunId: null });
  Object.assign(session, { restoring: null, start: null, recoveries: 0 });
  deps.training.send(runId, { type: 'reset' });
  settleCurrent(context, runId);
}

/** Changes what the next run of a phase will be. */
export function editDraft({ get, patch }: StoreContext, phase: Phase, change: Partial<RunDraft>): void {
  const { drafts } = get().runs;
  const presetOf = (id: string) => pointById(get(), id)?.info.preset ?? null;
  patch('runs', { drafts: { ...drafts, [phase]: editedDraft(phase, drafts[phase], change, presetOf) } });
}

type RunsActions = Pick<
  AppActions,
  'editDraft' | 'startRun' | 'pauseRun' | 'resumeRun' | 'stepRun' | 'stopRun' | 'resetRun' | 'saveNow'
>;

export function runsActions(context: StoreContext): RunsActions {
  const { get } = context;
  return {
    editDraft: (phase, change) => {
      editDraft(context, phase, change);
    },
    startRun: (phase) => startRun(context, phase),
    pauseRun: () => {
      steer(context, ['running'], { type: 'pause' }, 'pausing');
    },
    resumeRun: () => {
      steer(context, ['paused'], { type: 'resume' }, null);
    },
    stepRun: () => {
      steer(context, ['paused'], { type: 'step' }, null);
    },
    stopRun: () => {
      // A run that has not begun has nothing to keep.
      if (busyRun(get())?.status === 'starting') resetRun(context);
      else steer(context, ['running', 'pausing', 'paused'], { type: 'stop' }, 'stopping');
    },
    resetRun: () => {
      resetRun(context);
    },
    saveNow: async () => {
      const saves = steer(context, ['running', 'pausing', 'paused', 'stopping'], { type: 'save' }, null);
      await (saves ? nextAutosave(context) : context.autosaves.written());
    },
  };
}
