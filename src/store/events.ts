import { text } from '../content/narrative';
import type { StoryMeasure } from '../protocol/storage';
import type { FromWorker, TrainingEvent } from '../protocol/training';
import { answerTo } from './answers';
import { keepAutosave, retagAutosave, tellReturn } from './autosaves';
import { keepPoint, settleCurrent } from './checkpointsSlice';
import type { StoreContext } from './context';
import { isUntouched } from './drafts';
import { engineReady } from './engineSlice';
import { notify } from './lessonSlice';
import { LIVE_ID } from './points';
import { judgeProbes } from './probeVerdicts';
import { failRequests, generationEvent, generationFailed } from './promptSlice';
import { noteProgress, recover } from './recovery';
import { reducedRecord, startedRecord, type RecordEvent } from './runRecords';
import { failRun } from './runsSlice';
import type { RunRecord } from './state';
import { goOn } from './wholeLife';
import { probeStories } from './storyProbes';
import { failJobs } from './workerJobs';
import words from './notices.en.md';

type Of<T extends TrainingEvent['type']> = Extract<TrainingEvent, { type: T }>;

/** The one place where events of a run or request that was replaced are recognised. */
function isStale({ get, session }: StoreContext, event: FromWorker): boolean {
  // A lost context or engine concerns everything, whichever run was going on.
  if (event.type === 'failed' && (event.code === 'contextLost' || event.code === 'noBackend')) return false;
  if ('requestId' in event && event.requestId !== null)
    return answerTo(get(), event.requestId) === undefined && !session.jobs.has(event.requestId);
  return event.runId !== '' && event.runId !== get().runs.activeRunId;
}

/** Sets the panel of a run that was brought back to its recipe, unless the reader or a link set something else there. */
function adoptRecipe({ get, patch, session }: StoreContext, { recipe }: Of<'started'>): void {
  const { phase, preset, seed, totalSteps, learningRate, replay, startedFrom, corpus } = recipe;
  const { drafts } = get().runs;
  const { points } = get().checkpoints;
  const linked = session.linkChoseModel || session.pendingLink !== null;
  if (!linked && isUntouched(phase, drafts[phase], points)) {
    const draft = { preset, seed, totalSteps, learningRate, replay, startFrom: startedFrom };
    patch('runs', { drafts: { ...drafts, [phase]: draft } });
  }
  if (corpus.kind === 'ownText' && get().corpus.ownText === '') {
    patch('corpus', { proseKind: 'ownText', ownText: corpus.text, ownTextName: corpus.name });
  }
  if (corpus.kind === 'ownSnippets' && get().corpus.ownSnippets.length === 0) {
    patch('corpus', { codeKind: 'ownSnippets', ownSnippets: corpus.snippets });
  }
}

/** What is known of a run's stories: they are not in its history, and would not be written again. */
function storiesUpTo(earlier: RunRecord | undefined, lastStep: number): readonly StoryMeasure[] {
  return earlier?.stories.filter(({ step }) => step <= lastStep) ?? [];
}

function runStarted(context: StoreContext, runId: string, event: Of<'started'>): void {
  const { deps, get, patch, session } = context;
  const restored = session.restoring?.runId === runId ? session.restoring.status : null;
  const earlier = get().runs.records[runId];
  session.restoring = null;
  let record = { ...startedRecord(runId, event, restored), stories: storiesUpTo(earlier, event.step) };
  if (event.running && restored === 'paused') {
    // A paused run that had to start over: it must not run off by itself.
    deps.training.send(runId, { type: 'pause' });
    record = { ...record, status: 'pausing' };
  }
  const { records, latest } = get().runs;
  patch('runs', {
    records: { ...records, [runId]: record },
    latest: { ...latest, [event.recipe.phase]: runId },
  });
  judgeProbes(context, runId, record.probes);
  const cameWithThePage = restored !== null && !earlier;
  if (cameWithThePage) {
    adoptRecipe(context, event);
    tellReturn(context, restored);
  }
  if (restored === null || (cameWithThePage && !session.linkChoseModel))
    patch('checkpoints', { currentId: LIVE_ID });
  if (record.status === 'finished' || record.status === 'stopped') settleAtEnd(context, runId, record.step);
}

/** The saved end of a run becomes the current model, if it is here already; else it does when it comes. */
function settleAtEnd(context: StoreContext, runId: string, step: number): void {
  const saved = context
    .get()
    .checkpoints.points.some((point) => point.runId === runId && point.info.step === step);
  if (saved) settleCurrent(context, runId);
}

function runChanged(context: StoreContext, runId: string, event: RecordEvent): void {
  const { get, patch } = context;
  const record = get().runs.records[runId];
  if (!record) return;
  patch('runs', { records: { ...get().runs.records, [runId]: reducedRecord(record, event) } });
  // A run the reader stopped must not run off by itself should the page close before its last autosave is there.
  if (event.type === 'paused' || event.type === 'stopped') retagAutosave(context, runId, 'paused');
  if (event.type === 'resumed') retagAutosave(context, runId, 'running');
  if (event.type === 'stopped' || event.type === 'finished') settleAtEnd(context, runId, event.step);
  if (event.type === 'finished') void goOn(context, runId);
}

/** A run of an earlier visit that could not be brought back. Only a damaged file is thrown away. */
function returnFailed(context: StoreContext, { code, message }: Of<'failed'>): void {
  const { patch, session, autosaves } = context;
  session.restoring = null;
  session.autosave = null;
  patch('runs', { activeRunId: null });
  if (code === 'badCheckpoint') autosaves.clear();
  notify(context, 'error', text(words, 'return.failed', { reason: message }));
}

function failed(context: StoreContext, runId: string, event: Of<'failed'>): void {
  const { get, patch, session } = context;
  const { code, message, requestId } = event;
  const { activeRunId, records } = get().runs;
  if (code === 'contextLost') {
    recover(context, message);
    return;
  }
  if (requestId !== null) {
    session.jobs.get(requestId)?.fail(message);
    generationFailed(context, requestId, message);
    return;
  }
  if (code === 'noBackend') {
    patch('engine', { status: 'unavailable', backend: null, reason: message });
    session.whenReady = [];
    // What was to come back still does, should the reader choose an engine that works.
    failRequests(context, message);
    failJobs(context, message);
    if (activeRunId !== null) failRun(context, activeRunId, message);
    return;
  }
  if (runId !== '' && records[runId] === undefined) {
    returnFailed(context, event);
    return;
  }
  if (runId === '') notify(context, 'error', message);
  else {
    session.restoring = null;
    retagAutosave(context, runId, 'paused');
    failRun(context, runId, message);
  }
}

/** Everything the worker says comes through here. */
export function receive(context: StoreContext, event: FromWorker): void {
  if (isStale(context, event)) return;
  const { runId } = event;
  switch (event.type) {
    case 'preparing':
      context.patch('engine', { preparing: { ready: event.ready, total: event.total } });
      return;
    case 'ready':
      engineReady(context, event);
      return;
    case 'started':
      runStarted(context, runId, event);
      return;
    case 'baselined':
    case 'stepped':
    case 'evaluated':
    case 'sampled':
    case 'paused':
    case 'resumed':
    case 'stopped':
    case 'finished':
      runChanged(context, runId, event);
      return;
    case 'probed':
      runChanged(context, runId, event);
      judgeProbes(context, runId, [event.probe]);
      return;
    case 'saved':
      void keepPoint(context, runId, event.info, event.bytes);
      probeStories(context, runId, event.info.step);
      return;
    case 'autosaved':
      keepAutosave(context, runId, event);
      return;
    case 'cleared':
      // The store forgot the run when it asked for this.
      return;
    case 'generating':
    case 'generatedToken':
    case 'generated':
      generationEvent(context, event);
      // Without a run to save, an answer that came through is all the progress there can be.
      if (event.type === 'generated' && context.session.autosave === null) noteProgress(context, Infinity);
      return;
    case 'evaluatedPrograms':
    case 'evaluatedAll':
    case 'compared':
    case 'inspected':
      context.session.jobs.get(event.requestId)?.hear(event);
      return;
    case 'failed':
      failed(context, runId, event);
      return;
    default: {
      const unknown: never = event;
      return unknown;
    }
  }
}
