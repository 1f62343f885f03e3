import type { StoreContext } from './context';
import { tellStorageTrouble } from './lessonSlice';
import type { AppActions, LessonSlice } from './state';

type Predictions = LessonSlice['predictions'];

/** Preference that holds the reader's guesses. */
const PREDICTIONS = 'predictions';

/** More than the page asks; what is kept by a damaged or foreign page must not grow without end. */
const MAX_KEPT = 200;

/** What was kept, read as it came: entries that are no guesses are left out. */
function readPredictions(kept: string | null): Predictions {
  if (kept === null) return {};
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read)
        .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
        .slice(0, MAX_KEPT),
    );
  } catch {
    return {};
  }
}

function keep(context: StoreContext, predictions: Predictions): void {
  context.patch('lesson', { predictions });
  if (!context.session.predictionsRead) return;
  context.deps.storage
    .savePreference(PREDICTIONS, JSON.stringify(predictions))
    .catch((error: unknown) => tellStorageTrouble(context, error));
}

/** Takes up the guesses of an earlier visit; one that was made meanwhile counts more. */
export async function loadPredictions(context: StoreContext): Promise<void> {
  try {
    const kept = readPredictions(await context.deps.storage.loadPreference(PREDICTIONS));
    const meanwhile = context.get().lesson.predictions;
    context.session.predictionsRead = true;
    if (Object.keys(meanwhile).length > 0) keep(context, { ...kept, ...meanwhile });
    else context.patch('lesson', { predictions: kept });
  } catch (error) {
    context.session.predictionsRead = true;
    tellStorageTrouble(context, error);
  }
}

/** Empties this machine of what the reader left: models, run, guesses and settings. The page has to be loaded anew. */
async function forgetEverything(context: StoreContext): Promise<boolean> {
  const { deps, session, autosaves, patch } = context;
  // A run in the worker would save itself again while the page goes.
  const { activeRunId } = context.get().runs;
  if (activeRunId !== null) deps.training.send(activeRunId, { type: 'reset' });
  patch('runs', { activeRunId: null, records: {}, latest: { pretrain: null, fineTune: null } });
  session.autosave = null;
  autosaves.clear();
  try {
    await deps.storage.forgetAll();
    return true;
  } catch (error) {
    tellStorageTrouble(context, error);
    return false;
  }
}

export function predictionActions(
  context: StoreContext,
): Pick<AppActions, 'predict' | 'forgetPredictions' | 'forgetEverything'> {
  return {
    predict: (questionId, answer) => {
      keep(context, { ...context.get().lesson.predictions, [questionId]: answer });
    },
    forgetPredictions: () => {
      keep(context, {});
    },
    forgetEverything: () => forgetEverything(context),
  };
}
