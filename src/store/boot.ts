import { findAutosave, tellReturn } from './autosaves';
import { loadPoints } from './checkpointsSlice';
import type { StoreContext } from './context';
import { initialise, whenReady } from './engineSlice';
import { loadTheme } from './lessonSlice';
import { applyPendingLink } from './linkActions';
import type { AppActions } from './state';

/** Hands the run of an earlier visit to the worker, unless the reader has begun another one meanwhile. */
async function bringBackRun(context: StoreContext): Promise<void> {
  const { deps, get, patch, session } = context;
  const found = await findAutosave(context);
  if (!found || get().runs.activeRunId !== null) return;
  const { autosave, status } = found;
  const { runId, bytes } = autosave;
  session.autosave = autosave;
  session.restoring = { runId, status };
  session.recoveredStep = autosave.step;
  patch('runs', { activeRunId: runId });
  whenReady(context, () => {
    if (get().runs.activeRunId !== runId) return;
    deps.training.send(runId, { type: 'restore', bytes, running: status === 'running' });
    tellReturn(context, found);
  });
}

/**
 * Starts the worker, then reads what was shipped and what the reader left here. Resolves when that is read;
 * the engine may become ready later. Nothing here waits for a storage that does not answer longer than it must.
 */
export async function boot(context: StoreContext, actions: Pick<AppActions, 'generate'>): Promise<void> {
  initialise(context);
  await Promise.all([
    loadTheme(context),
    loadPoints(context).then(() => {
      applyPendingLink(context, actions);
    }),
    bringBackRun(context),
  ]);
}
