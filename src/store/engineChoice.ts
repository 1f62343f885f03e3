import { text } from '../content/narrative';
import type { StoreContext, Restoration } from './context';
import { busyRun, INITIAL_ENGINE, initialise } from './engineSlice';
import { notify } from './lessonSlice';
import { resendRequests } from './promptSlice';
import { bringRunBack } from './recovery';
import type { AppActions, EngineSlice } from './state';
import words from './notices.en.md';

/** The run that the engine now given up still owed, or could not keep alive. */
function unfinished({ get, session }: StoreContext): Restoration | null {
  const { restoring, autosave } = session;
  if (restoring || !autosave) return restoring;
  const { runId, status } = autosave;
  const ended = get().runs.records[runId]?.status;
  if (ended === 'finished' || ended === 'stopped') return null;
  return status === 'running' || status === 'paused' ? { runId, status } : null;
}

/** Starts a fresh worker on the chosen engine. It takes over what the old one owed: an unfinished run, and every answer. */
function replaceEngine(context: StoreContext): void {
  const { deps, patch, session } = context;
  session.restoring = unfinished(context);
  patch('runs', { activeRunId: session.restoring?.runId ?? null });
  // What waited is derived from the run and the requests, and is queued afresh below.
  session.whenReady = [];
  deps.training.restart();
  initialise(context);
  if (session.restoring) bringRunBack(context, session.restoring.runId);
  resendRequests(context);
}

/** Starts over with another choice or other measurements, unless a run would suffer. */
function startOver(context: StoreContext, change: Pick<EngineSlice, 'choice' | 'paces'>): void {
  const { get, patch, session } = context;
  if (busyRun(get())) {
    notify(context, 'warning', text(words, 'engine.busy'));
    return;
  }
  patch('engine', { ...INITIAL_ENGINE, ...change });
  Object.assign(session, { fellBack: false, recoveries: 0 });
  // Before the first start there is nothing to replace; boot will ask for this choice.
  if (session.initialisations > 0) replaceEngine(context);
}

export function engineActions(context: StoreContext): Pick<AppActions, 'chooseBackend' | 'measureAgain'> {
  const { get, session } = context;
  return {
    chooseBackend: (choice) => {
      const { engine } = get();
      if (choice !== engine.choice || session.fellBack) startOver(context, { choice, paces: engine.paces });
    },
    measureAgain: () => startOver(context, { choice: get().engine.choice, paces: {} }),
  };
}
