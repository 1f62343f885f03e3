import { text } from '../content/narrative';
import type { RunStatus } from '../protocol/training';
import type { StoreContext } from './context';
import { initialise, whenReady } from './engineSlice';
import { notify } from './lessonSlice';
import { settleCurrent } from './checkpointsSlice';
import { failRequests, resendRequests } from './promptSlice';
import { patchRecord } from './runRecords';
import type { ActiveStatus } from './state';
import { failJobs, resendJobs } from './workerJobs';
import words from './notices.en.md';

/** Recoveries in a row without progress before another way is tried. */
const MAX_RECOVERIES = 3;

/** How a run goes on after it was brought back; null for one that was over. */
function wishedStatus(status: ActiveStatus): RunStatus | null {
  switch (status) {
    case 'starting':
    case 'running':
    case 'recovering':
      return 'running';
    case 'pausing':
    case 'paused':
    case 'stopping':
      return 'paused';
    case 'stopped':
    case 'finished':
    case 'failed':
      return null;
    default: {
      const unknown: never = status;
      return unknown;
    }
  }
}

/** Queues the run's return for when the engine is ready. Returns what to tell the reader. */
export function bringRunBack(context: StoreContext, runId: string): string {
  const { deps, get, session } = context;
  const record = get().runs.records[runId];
  // While an earlier return is under way the record still shows where that one began.
  const status =
    session.restoring?.runId === runId ? session.restoring.status : wishedStatus(record?.status ?? 'failed');
  const autosave = session.autosave?.runId === runId ? session.autosave : null;
  const start = session.start?.runId === runId ? session.start : null;
  if (status === null || (!autosave && !start)) {
    // A run that is still fetching its first weights starts by itself once they are here.
    if (record?.status === 'starting') return text(words, 'recover.startsAgain');
    session.restoring = null;
    context.patch('runs', { activeRunId: null });
    settleCurrent(context, runId);
    return text(words, 'recover.engine');
  }
  session.restoring = { runId, status };
  session.recoveredStep = autosave?.step ?? 0;
  patchRecord(context, runId, { status: 'recovering' });
  const running = status === 'running';
  whenReady(context, () => {
    if (get().runs.activeRunId !== runId) return;
    if (autosave) deps.training.send(runId, { type: 'restore', bytes: autosave.bytes, running });
    else if (start) deps.training.send(runId, { type: 'start', recipe: start.recipe, origin: start.origin });
  });
  if (!autosave) return text(words, 'recover.over');
  return running
    ? text(words, 'recover.goesOn', { step: autosave.step })
    : text(words, 'recover.back', { step: autosave.step });
}

function giveUp(context: StoreContext, message: string): void {
  const { get, patch, session } = context;
  const reason = text(words, 'recover.gaveUp', { times: MAX_RECOVERIES, message });
  patch('engine', { status: 'unavailable', backend: null, reason });
  const { activeRunId } = get().runs;
  const kept = session.autosave?.runId === activeRunId ? ` ${text(words, 'recover.kept')}` : '';
  if (activeRunId !== null) {
    patchRecord(context, activeRunId, { status: 'failed', failure: reason + kept });
    settleCurrent(context, activeRunId);
  }
  session.restoring = null;
  session.whenReady = [];
  failRequests(context, reason);
  failJobs(context, reason);
}

/** "One. Two." gives "One." */
function firstSentence(message: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(message)?.[0] ?? message;
}

/**
 * Answers a lost graphics context or a dead worker: a fresh worker goes on from the latest autosave. After
 * `MAX_RECOVERIES` without progress the graphics processor is given up for WebAssembly, then the engine.
 */
export function recover(context: StoreContext, message: string): void {
  const { deps, get, patch, session } = context;
  if (get().engine.status === 'unavailable') return;
  session.recoveries += 1;
  let change = '';
  if (session.recoveries > MAX_RECOVERIES) {
    if (session.fellBack || get().engine.choice === 'wasm') {
      giveUp(context, message);
      return;
    }
    session.fellBack = true;
    session.recoveries = 1;
    change = ` ${text(words, 'recover.wasm')}`;
  }
  patch('engine', { status: 'recovering', preparing: null });
  // What waited is derived from the run and the requests, and is queued afresh below.
  session.whenReady = [];
  deps.training.restart();
  initialise(context);
  const { activeRunId } = get().runs;
  const outcome = activeRunId === null ? text(words, 'recover.engine') : bringRunBack(context, activeRunId);
  resendRequests(context);
  resendJobs(context);
  notify(context, 'warning', `${firstSentence(message)} ${outcome}${change}`);
}

/** Tells the recovery that something lasting was achieved since the last one. */
export function noteProgress({ session }: StoreContext, step: number): void {
  if (step > session.recoveredStep) session.recoveries = 0;
}
