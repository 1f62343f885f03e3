import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAutosaveWriter } from './autosaveWriter';
import { boot } from './boot';
import { checkpointsActions, initialCheckpoints } from './checkpointsSlice';
import { freshSession, type AppStoreDeps, type StoreContext } from './context';
import { corpusActions, INITIAL_CORPUS } from './corpusSlice';
import { engineActions } from './engineChoice';
import { INITIAL_ENGINE } from './engineSlice';
import { evaluationActions, INITIAL_EVALUATION } from './evaluationSlice';
import { receive } from './events';
import { INITIAL_HISTORY, keepHistory } from './history';
import { historyActions } from './historyActions';
import { laneActions } from './lanes';
import { INITIAL_LESSON, lessonActions, tellStorageTrouble } from './lessonSlice';
import { linkActions } from './linkActions';
import { modelFilesActions } from './modelFiles';
import { predictionActions } from './predictions';
import { INITIAL_PROMPT, promptActions } from './promptSlice';
import { INITIAL_RUNS, runsActions } from './runsSlice';
import { INITIAL_WORDINGS, wordingsActions } from './wordings';
import { wholeLifeActions } from './wholeLife';
import { recordingsActions } from './recordingsSlice';
import type { AppActions, AppStore } from './state';
import { initialTokenizer, tokenizerActions } from './tokenizerSlice';

function actionsOf(context: StoreContext): AppActions {
  const shared = { ...engineActions(context), ...promptActions(context), ...checkpointsActions(context) };
  const lanes = laneActions(context, shared);
  return {
    boot: () => boot(context, shared),
    ...shared,
    ...lanes,
    ...historyActions(context, lanes),
    ...modelFilesActions(context),
    ...wordingsActions(context),
    ...corpusActions(context),
    ...tokenizerActions(context),
    ...runsActions(context),
    ...wholeLifeActions(context),
    ...recordingsActions(context),
    ...evaluationActions(context),
    ...lessonActions(context),
    ...predictionActions(context),
    ...linkActions(context, shared),
  };
}

/**
 * The one store of the page. Intentions go in as actions, what the worker says comes back as slices.
 *
 * The hash the page was opened with is applied at once, so that the first picture is the right stage; `boot`
 * does the rest.
 */
export function createAppStore(deps: AppStoreDeps): StoreApi<AppStore> {
  const holdsRun = deps.holdRun?.() ?? Promise.resolve(true);
  const store = createStore<AppStore>((set, get) => {
    const context: StoreContext = {
      deps,
      session: freshSession(),
      holdsRun,
      autosaves: createAutosaveWriter(deps.storage, holdsRun, (error) => {
        tellStorageTrouble(context, error);
      }),
      get,
      patch: (slice, change) => {
        set((state) => ({ [slice]: { ...state[slice], ...change } }));
        if (slice === 'prompt') keepAnswers();
      },
    };
    const keepAnswers = keepHistory(context);
    deps.training.subscribe((event) => {
      receive(context, event);
    });
    return {
      engine: INITIAL_ENGINE,
      corpus: INITIAL_CORPUS,
      tokenizer: initialTokenizer(deps.shippedTokenizer),
      runs: INITIAL_RUNS,
      checkpoints: initialCheckpoints(deps.shippedTokenizer),
      recordings: {},
      prompt: INITIAL_PROMPT,
      history: INITIAL_HISTORY,
      wordings: INITIAL_WORDINGS,
      evaluation: INITIAL_EVALUATION,
      lesson: INITIAL_LESSON,
      actions: actionsOf(context),
    };
  });
  if (deps.initialHash) store.getState().actions.openLink(deps.initialHash);
  return store;
}
