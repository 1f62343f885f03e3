import { text } from '../content/narrative';
import { encodeLink } from '../share/encode';
import type { StoreContext } from './context';
import { automaticName, MAX_ENTRY_NAME } from './historyName';
import { MAX_LANES } from './lanes';
import { INITIAL_LESSON, notify } from './lessonSlice';
import { linkedSaved, linkStateOf, PROMPT_LANE } from './linkMapping';
import { currentPointId, LIVE_ID, liveRun, ownPointId } from './points';
import type { HistoryActions, HistoryEntry, HistoryLane } from './historyState';
import type { AppActions, AppState, Lane } from './state';
import words from './notices.en.md';

/** The model that an answer of the history is asked of again; null when it is gone. */
function modelNow(state: AppState, { model, live }: HistoryLane): string | null {
  const { points } = state.checkpoints;
  const isThere = (id: string): boolean => points.some((point) => point.id === id);
  if (model.id !== LIVE_ID) return isThere(model.id) ? model.id : null;
  // What was in training then may have been saved at that very step.
  const saved = live && ownPointId(live.runId, live.step);
  if (saved !== null && isThere(saved)) return saved;
  const run = liveRun(state);
  return run && run.runId === live?.runId ? LIVE_ID : null;
}

/** What the reader has to know of models that are not as they were. */
function lossesOf(state: AppState, lanes: readonly HistoryLane[]): string[] {
  const gone = lanes.filter((lane) => modelNow(state, lane) === null).map(({ model }) => model.label);
  const run = liveRun(state);
  const movedOn = lanes.some((lane) => modelNow(state, lane) === LIVE_ID && lane.live?.step !== run?.step);
  return [
    ...[...new Set(gone)].map((label) => text(words, 'history.modelGone', { label })),
    ...(movedOn ? [text(words, 'history.movedOn')] : []),
  ];
}

/** The lanes beside the first, as they were. */
function besideOf(state: AppState, { lanes }: HistoryEntry): readonly Lane[] {
  const [first] = lanes;
  // The first lane of a page has no road; where it failed then, another one came first.
  const others = first && first.road.length > 0 ? lanes : lanes.slice(1);
  return others.slice(0, MAX_LANES - 1).map((lane, i) => {
    const id = modelNow(state, lane);
    const isShared = id === LIVE_ID || (first !== undefined && id === modelNow(state, first));
    return {
      id: `${PROMPT_LANE}:${i + 2}`,
      prompt: lane.prompt === first?.prompt ? null : lane.prompt,
      checkpointId: isShared ? null : id,
      settings: lane.settings,
      road: lane.road,
    };
  });
}

/** The hash that asks the models of an entry again, on any page. */
export function entryLink(state: AppState, entry: HistoryEntry): string {
  const [first] = entry.lanes;
  if (!first) return encodeLink({ stage: 'prompt' });
  const currentId = modelNow(state, first) ?? currentPointId(state);
  const then = {
    ...state,
    lesson: { ...INITIAL_LESSON, stage: 'prompt' as const },
    checkpoints: { ...state.checkpoints, currentId },
    prompt: {
      text: first.prompt,
      settings: first.settings,
      beside: besideOf(state, entry),
      generations: {},
    },
  };
  // Whoever opens it sees the answers written again, by the model that is named.
  const model = currentId === LIVE_ID ? {} : linkedSaved(then, currentId);
  return encodeLink({ ...linkStateOf(then), ...model, run: true });
}

export function historyActions(
  context: StoreContext,
  { removeLane, generateLanes }: Pick<AppActions, 'removeLane' | 'generateLanes'>,
): HistoryActions {
  const { get, patch } = context;
  const entryOf = (id: string): HistoryEntry | undefined =>
    get().history.entries.find((entry) => entry.id === id);
  return {
    restoreEntry: (entryId) => {
      const entry = entryOf(entryId);
      const [first] = entry?.lanes ?? [];
      if (!entry || !first) return;
      for (const { id } of get().prompt.beside) removeLane(id);
      const state = get();
      const currentId = modelNow(state, first);
      if (currentId !== null) patch('checkpoints', { currentId });
      patch('prompt', { text: first.prompt, settings: first.settings, beside: besideOf(state, entry) });
      for (const loss of lossesOf(state, entry.lanes)) notify(context, 'info', loss);
      generateLanes();
    },
    renameEntry: (entryId, name) => {
      const given = Array.from(name.replace(/[\s\p{C}]+/gu, ' ').trim())
        .slice(0, MAX_ENTRY_NAME)
        .join('');
      const entries = get().history.entries.map((entry) =>
        entry.id === entryId
          ? { ...entry, name: given || automaticName(entry.lanes), isRenamed: given !== '' }
          : entry,
      );
      patch('history', { entries });
    },
    deleteEntry: (entryId) => {
      patch('history', { entries: get().history.entries.filter(({ id }) => id !== entryId) });
    },
  };
}
