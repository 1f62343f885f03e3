import { text } from '../content/narrative';
import { findAutosave } from './autosaves';
import type { StoreContext } from './context';
import { startEngine } from './engineSlice';
import { loadLetterKeys, loadTheme, loadTourKnown, notify } from './lessonSlice';
import { applyPendingLink } from './linkActions';
import { bringRunBack } from './recovery';
import { loadPredictions } from './predictions';
import type { AppActions } from './state';
import { loadGoesOn } from './wholeLife';
import words from './notices.en.md';

/** Hands the run of an earlier visit to the worker, unless the reader has begun another one meanwhile. */
async function bringBackRun(context: StoreContext): Promise<void> {
  const { get, patch, session } = context;
  if (!(await context.holdsRun)) {
    notify(context, 'info', text(words, 'otherTab'));
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
    loadTourKnown(context),
    loadLetterKeys(context),
    loadPredictions(context),
    loadGoesOn(context),
    actions.loadPoints().then(() => {
      applyPendingLink(context, actions);
    }),
    bringBackRun(context),
  ]);
}
