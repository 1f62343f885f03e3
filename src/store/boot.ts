import { findAutosave } from './autosaves';
import type { StoreContext } from './context';
import { startEngine } from './engineSlice';
import { loadTheme, notify } from './lessonSlice';
import { applyPendingLink } from './linkActions';
import { bringRunBack } from './recovery';
import { loadPredictions } from './predictions';
import type { AppActions } from './state';
import { loadGoesOn } from './wholeLife';

/** Hands the run of an earlier visit to the worker, unless the reader has begun another one meanwhile. */
async function bringBackRun(context: StoreContext): Promise<void> {
  const { get, patch, session } = context;
  if (!(await context.holdsRun)) {
    notify(
      context,
      'info',
      'This page is open in another tab too, and that tab keeps the run on this machine. You can train here all the same, but a reload of this tab will not bring its run back.',
    );
    return;
  }
  const found = await findAutosave(context);
  if (!found || get().runs.activeRunId !== null) return;
  const { autosave, status } = found;
  const { runId } = autosave;
  session.autosave = autosave;
  session.restoring = { runId, status };
  patch('runs', { activeRunId: runId });
  bringRunBack(context, runId);
}

/**
 * Reads what was shipped and what the reader left here, and starts the worker. Resolves when that is done; the
 * engine may become ready later. Nothing here waits for a storage that does not answer longer than it must.
 */
export async function boot(
  context: StoreContext,
  actions: Pick<AppActions, 'generate' | 'loadPoints'>,
): Promise<void> {
  await Promise.all([
    startEngine(context),
    loadTheme(context),
    loadPredictions(context),
    loadGoesOn(context),
    actions.loadPoints().then(() => {
      applyPendingLink(context, actions);
    }),
    bringBackRun(context),
  ]);
}
