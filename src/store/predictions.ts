import type { StoreContext } from './context';
import { tellStorageTrouble } from './lessonSlice';
import type { PredictionActions, Predictions } from './predictionsState';

/** Preference that holds the reader's guesses. */
const PREDICTIONS = 'predictions';

/** More than the page asks; what is kept by a damaged or foreign page must not grow without end. */
const MAX_KEPT = 200;

/**
 * A guess older than this when a visit begins is of an earlier visit: longer than a double lesson with its break,
 * shorter than from one class at a shared machine to the next day's.
 */
export const VISIT_MS = 3 * 60 * 60 * 1000;

/** A guess as it is kept, and when it was made; null for one that was kept before times were. */
interface KeptGuess {
  readonly answer: string;
  readonly atMs: number | null;
}
type Kept = ReadonlyMap<string, KeptGuess>;

/** A guess of either form: with its time, or as earlier versions of the page kept it. */
function readGuess(kept: unknown): KeptGuess | null {
  if (typeof kept === 'string') return { answer: kept, atMs: null };
  if (!Array.isArray(kept)) return null;
  const [answer, atMs]: unknown[] = kept;
  if (typeof answer !== 'string' || typeof atMs !== 'number') return null;
  return { answer, atMs: Number.isFinite(atMs) ? atMs : null };
}

/** What was kept, read as it came: entries that are no guesses are left out. */
function readKept(kept: string | null): Kept {
  if (kept === null) return new Map();
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return new Map();
    const guesses = Object.entries(read).flatMap(([id, one]) => {
      const guess = readGuess(one);
      return guess ? [[id, guess] as const] : [];
    });
    return new Map(guesses.slice(-MAX_KEPT));
  } catch {
    return new Map();
  }
}

function written(kept: Kept): string {
  const entries = [...kept].map(([id, { answer, atMs }]) => [id, atMs === null ? answer : [answer, atMs]]);
  return JSON.stringify(Object.fromEntries(entries));
}

const answersOf = (kept: Kept): Predictions =>
  Object.fromEntries([...kept].map(([id, { answer }]) => [id, answer]));

/**
 * Changes what is kept, one change after the other. Each starts from what is kept by then, so that another tab's
 * guesses stay.
 */
function change(context: StoreContext, edit: (kept: Kept) => Kept): void {
  const { deps, session } = context;
  const work = async (): Promise<void> => {
    const kept = readKept(await deps.storage.loadPreference(PREDICTIONS));
    await deps.storage.savePreference(PREDICTIONS, written(edit(kept)));
  };
  session.guessesKept = session.guessesKept
    .then(work)
    .catch((error: unknown) => tellStorageTrouble(context, error));
}

/** Adds guesses made, or taken over, now. */
function keep(context: StoreContext, guesses: Predictions): void {
  const { deps, get, patch } = context;
  patch('lesson', { predictions: { ...get().lesson.predictions, ...guesses } });
  const atMs = deps.now();
  const now = Object.entries(guesses).map(([id, answer]) => [id, { answer, atMs }] as const);
  change(context, (kept) => {
    const others = [...kept].filter(([id]) => !Object.hasOwn(guesses, id));
    return new Map([...others, ...now]);
  });
}

/**
 * Takes up the guesses of this visit, after a reload or from another tab; one that was made meanwhile counts more.
 * Older ones may be somebody else's, so they are set aside until the reader says whose they are.
 */
export async function loadPredictions(context: StoreContext): Promise<void> {
  const { deps, get, patch } = context;
  try {
    const kept = [...readKept(await deps.storage.loadPreference(PREDICTIONS))];
    const isOfNow = ([, { atMs }]: readonly [string, KeptGuess]): boolean =>
      atMs !== null && Math.abs(deps.now() - atMs) <= VISIT_MS;
    const mine = answersOf(new Map(kept.filter(isOfNow)));
    const earlier = new Map(kept.filter((guess) => !isOfNow(guess)));
    const times = [...earlier.values()].flatMap(({ atMs }) => atMs ?? []);
    patch('lesson', {
      predictions: { ...mine, ...get().lesson.predictions },
      earlierGuesses:
        earlier.size === 0
          ? null
          : { predictions: answersOf(earlier), lastMs: times.length > 0 ? Math.max(...times) : null },
    });
  } catch (error) {
    tellStorageTrouble(context, error);
  }
}

/** Forgets the guesses of earlier visits, but for questions that were answered anew on this one. */
function forgetEarlier(context: StoreContext): void {
  const { get, patch } = context;
  const { earlierGuesses, predictions } = get().lesson;
  if (!earlierGuesses) return;
  patch('lesson', { earlierGuesses: null });
  const gone = Object.keys(earlierGuesses.predictions).filter((id) => !Object.hasOwn(predictions, id));
  change(context, (kept) => new Map([...kept].filter(([id]) => !gone.includes(id))));
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
    // A guess on its way to the storage would be there again afterwards.
    await session.guessesKept;
    await deps.storage.forgetAll();
    return true;
  } catch (error) {
    tellStorageTrouble(context, error);
    return false;
  }
}

export function predictionActions(context: StoreContext): PredictionActions {
  const { get, patch } = context;
  return {
    predict: (questionId, answer) => {
      keep(context, { [questionId]: answer });
    },
    forgetPredictions: () => {
      patch('lesson', { predictions: {}, earlierGuesses: null });
      change(context, () => new Map());
    },
    keepEarlierGuesses: () => {
      const { earlierGuesses, predictions } = get().lesson;
      if (!earlierGuesses) return;
      patch('lesson', { earlierGuesses: null });
      keep(context, { ...earlierGuesses.predictions, ...predictions });
    },
    forgetEarlierGuesses: () => {
      forgetEarlier(context);
    },
    forgetEverything: () => forgetEverything(context),
  };
}
