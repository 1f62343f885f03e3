import { LIVE_ID, currentPointId, liveRun } from './points';
import type { AppState, RunRecord, SavedPoint } from './state';

type Lived = Pick<AppState, 'checkpoints' | 'runs'>;

function find(points: readonly SavedPoint[], id: string | null): SavedPoint | undefined {
  return points.find((point) => point.id === id);
}

/** Where an own model of an earlier visit most likely came from: its recipe is gone, its count of steps is not. */
function likelyParent(points: readonly SavedPoint[], { info }: SavedPoint): SavedPoint | undefined {
  if (info.priorSteps === 0) return undefined;
  return points.findLast(
    (point) =>
      point.info.phase === 'pretrained' &&
      point.info.preset === info.preset &&
      point.info.priorSteps + point.info.step === info.priorSteps,
  );
}

/** What a point grew from: up to the random weights of its size, if the page has them. */
function ancestry(
  { checkpoints, runs }: Lived,
  point: SavedPoint | undefined,
  preset: string,
  depth = 0,
): SavedPoint[] {
  const { points } = checkpoints;
  // Models descend from models that were there before them; the depth only guards against damaged data.
  if (!point || depth > points.length || point.origin === 'untrained') {
    return points.filter(({ origin, info }) => origin === 'untrained' && info.preset === preset);
  }
  const { phase, step } = point.info;
  const siblings = points.filter((other) =>
    point.origin === 'shipped'
      ? other.origin === 'shipped' && other.info.preset === preset && other.info.phase === phase
      : other.runId === point.runId,
  );
  const sofar = siblings.filter((other) => other.info.step <= step);
  const recipe = point.runId === null ? undefined : runs.records[point.runId]?.recipe;
  const parent = recipe ? find(points, recipe.startedFrom) : likelyParent(points, point);
  return [...ancestry({ checkpoints, runs }, parent, preset, depth + 1), ...sofar];
}

function lifeOfRun(state: Lived, run: RunRecord): readonly SavedPoint[] {
  const { points } = state.checkpoints;
  const saved = points.filter((point) => point.runId === run.runId && point.info.step <= run.step);
  return [...ancestry(state, find(points, run.recipe.startedFrom), run.recipe.preset), ...saved];
}

/**
 * The saved points on the way to the current model, in the order of its life, itself last. The model in
 * training is no point: its life ends with the last one its run saved.
 *
 * Makes a new list at every call: memoise it on `checkpoints` and `runs` in a component.
 */
export function lineage(state: Lived): readonly SavedPoint[] {
  const run = state.checkpoints.currentId === LIVE_ID ? liveRun(state) : null;
  if (run) return lifeOfRun(state, run);
  const point = find(state.checkpoints.points, currentPointId(state));
  return point ? ancestry(state, point, point.info.preset) : [];
}
