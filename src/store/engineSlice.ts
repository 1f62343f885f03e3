import { text } from '../content/narrative';
import type { TrainingEvent } from '../protocol/training';
import type { StoreContext } from './context';
import { notify } from './lessonSlice';
import { keepPaces, loadPaces } from './paces';
import type { EngineSlice, RunRecord } from './state';
import words from './notices.en.md';

export const INITIAL_ENGINE: EngineSlice = {
  status: 'starting',
  choice: 'auto',
  backend: null,
  reason: '',
  renderer: null,
  paces: {},
  preparing: null,
};

/** An engine that has said nothing for this long is talked about; it may still come. */
const START_PATIENCE_MS = 45_000;

const BUSY = new Set<RunRecord['status']>([
  'starting',
  'running',
  'pausing',
  'paused',
  'stopping',
  'recovering',
]);

/** The run that must end before another can start. */
export function busyRun({ runs }: Pick<ReturnType<StoreContext['get']>, 'runs'>): RunRecord | null {
  const record = runs.activeRunId === null ? undefined : runs.records[runs.activeRunId];
  return record && BUSY.has(record.status) ? record : null;
}

/** The run of an earlier visit that the worker has not confirmed yet: its phase is not known. */
export function comingBack({ runs }: Pick<ReturnType<StoreContext['get']>, 'runs'>): string | null {
  const { activeRunId, records } = runs;
  return activeRunId !== null && records[activeRunId] === undefined ? activeRunId : null;
}

/** Asks the worker for its engine. */
export function initialise(context: StoreContext): void {
  const { deps, get, session } = context;
  session.initialisations += 1;
  const mine = session.initialisations;
  const { choice, paces } = get().engine;
  deps.training.send('', { type: 'initialise', backend: session.fellBack ? 'wasm' : choice, paces });
  deps.setTimer?.(() => {
    const { status } = get().engine;
    if (mine !== session.initialisations || status === 'ready' || status === 'unavailable') return;
    notify(context, 'warning', text(words, 'engine.late', { seconds: START_PATIENCE_MS / 1000 }));
  }, START_PATIENCE_MS);
}

/** Starts the engine of a page just opened: when it is first needed, or when the page has been drawn and rests. */
export async function startEngine(context: StoreContext): Promise<void> {
  const { deps, session } = context;
  await new Promise<void>((resolve) => {
    session.wakeEngine = resolve;
    if (deps.whenIdle && session.whenReady.length === 0) deps.whenIdle(resolve);
    else resolve();
  });
  await loadPaces(context);
  initialise(context);
}

/** Does the work now, or as soon as the engine is ready. Dropped when the engine fails. */
export function whenReady({ get, session }: StoreContext, work: () => void): void {
  const { status } = get().engine;
  if (status === 'ready') work();
  else if (status !== 'unavailable') {
    session.whenReady.push(work);
    session.wakeEngine();
  }
}

/** Takes the engine into use and does what waited for it. */
export function engineReady(context: StoreContext, event: Extract<TrainingEvent, { type: 'ready' }>): void {
  const { patch, session } = context;
  const { backend, reason, renderer, paces } = event;
  patch('engine', { status: 'ready', backend, reason, renderer, paces, preparing: null });
  keepPaces(context, paces);
  const waiting = session.whenReady;
  session.whenReady = [];
  for (const work of waiting) work();
}
