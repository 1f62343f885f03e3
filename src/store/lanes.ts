import { clampSampleSettings, SAMPLE_SETTING_NAMES } from '../engine/sample/distribution';
import type { StoreContext } from './context';
import { PROMPT_LANE } from './linkMapping';
import { currentPointId, LIVE_ID, liveRun } from './points';
import { fittedPrompt } from './promptSlice';
import type { AppActions, AppState, Generation, Lane } from './state';

/** Answers side by side, at most. */
export const MAX_LANES = 4;
const BESIDE_IDS = Array.from({ length: MAX_LANES - 1 }, (_, i) => `${PROMPT_LANE}:${i + 2}`);

/** What a lane asks, of which model, how. */
export type LaneWish = Pick<Generation, 'laneId' | 'checkpointId' | 'prompt' | 'settings' | 'road'>;

/** The model that lanes ask where they name none: a saved point's id, or 'live'. */
export function askedModelId(state: AppState): string {
  return state.checkpoints.currentId === LIVE_ID && liveRun(state) ? LIVE_ID : currentPointId(state);
}

/** What every lane would be asked now, the first one first. */
export function laneWishes(state: AppState): readonly LaneWish[] {
  const { text, settings, beside } = state.prompt;
  const model = askedModelId(state);
  const { points } = state.checkpoints;
  const first: LaneWish = { laneId: PROMPT_LANE, checkpointId: model, prompt: text, settings, road: [] };
  return [
    first,
    ...beside.map(({ id, prompt, checkpointId, settings: own, road }) => {
      // A point of the reader's own may have been forgotten since.
      const isThere = points.some((point) => point.id === checkpointId);
      return {
        laneId: id,
        checkpointId: checkpointId !== null && isThere ? checkpointId : model,
        prompt: prompt ?? text,
        settings: own,
        road,
      };
    }),
  ];
}

/** True when an answer is the one its lane would write now. */
export function isFresh(answer: Generation, wish: LaneWish): boolean {
  return (
    answer.prompt === wish.prompt &&
    answer.checkpointId === wish.checkpointId &&
    SAMPLE_SETTING_NAMES.every((name) => answer.settings[name] === wish.settings[name]) &&
    answer.road.length === wish.road.length &&
    answer.road.every((id, i) => id === wish.road[i])
  );
}

type LaneActions = Pick<AppActions, 'generateLanes' | 'addLane' | 'editLane' | 'removeLane' | 'takeRoad'>;

/** Bounds what is put into a lane, as the first lane's prompt and settings are. */
function fitted(lane: Lane): Lane {
  const prompt = lane.prompt === null ? null : fittedPrompt(lane.prompt);
  return { ...lane, prompt, settings: clampSampleSettings(lane.settings) };
}

export function laneActions(
  context: StoreContext,
  { generate, cancelGenerate }: Pick<AppActions, 'generate' | 'cancelGenerate'>,
): LaneActions {
  const { get, patch } = context;

  const addLane: LaneActions['addLane'] = (change = {}) => {
    const { beside, settings } = get().prompt;
    const id = BESIDE_IDS.find((free) => beside.every((lane) => lane.id !== free));
    if (id === undefined) return null;
    const lane = fitted({ id, prompt: null, checkpointId: null, settings, road: [], ...change });
    patch('prompt', { beside: [...beside, lane] });
    return id;
  };
  const write = (laneId: string): void => {
    const wish = laneWishes(get()).find((one) => one.laneId === laneId);
    if (wish) void generate(wish);
  };

  return {
    addLane,
    generateLanes: () => {
      for (const wish of laneWishes(get())) void generate(wish);
    },
    editLane: (laneId, change) => {
      const { beside } = get().prompt;
      const edited = beside.map((lane) => (lane.id === laneId ? fitted({ ...lane, ...change }) : lane));
      patch('prompt', { beside: edited });
    },
    removeLane: (laneId) => {
      if (get().prompt.beside.every((lane) => lane.id !== laneId)) return;
      cancelGenerate(laneId);
      const { beside, generations } = get().prompt;
      const others = Object.entries(generations).filter(([id]) => id !== laneId);
      patch('prompt', {
        beside: beside.filter((lane) => lane.id !== laneId),
        generations: Object.fromEntries(others),
      });
    },
    takeRoad: (laneId, index, tokenId) => {
      const from = get().prompt.generations[laneId];
      if (!from || index < 0 || index >= from.tokens.length) return null;
      const road = [...from.tokens.slice(0, index).map(({ id }) => id), tokenId];
      const { prompt, checkpointId, settings } = from;
      const change = { prompt, checkpointId: checkpointId === LIVE_ID ? null : checkpointId, settings, road };
      const { text } = get().prompt;
      const id = addLane({ ...change, prompt: prompt === text ? null : prompt });
      if (id !== null) write(id);
      return id;
    },
  };
}
