import { text } from '../content/narrative';
import type { StoredPoint } from '../protocol/storage';
import type { ModelSource, SavedPointInfo } from '../protocol/training';
import type { StoreContext } from './context';
import { editedDraft } from './drafts';
import { notify, tellStorageTrouble } from './lessonSlice';
import {
  currentPointId,
  defaultPointId,
  defaultStartFrom,
  LIVE_ID,
  liveRun,
  ownPointId,
  runsToForget,
  shippedPoint,
  UNTRAINED_ID,
  untrainedPoints,
  withOwnPoint,
} from './points';
import type { AppActions, AppState, SavedPoint } from './state';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import words from './notices.en.md';

export function initialCheckpoints(tokenizer: TokenizerFile): AppState['checkpoints'] {
  return { points: untrainedPoints([], tokenizer), currentId: UNTRAINED_ID, status: 'loading' };
}

export function pointById(state: Pick<AppState, 'checkpoints'>, id: string): SavedPoint | undefined {
  return state.checkpoints.points.find((point) => point.id === id);
}

/** Replaces the list; the fine-tuning draft follows the default start as long as it is at the default. */
function setPoints({ get, patch }: StoreContext, points: readonly SavedPoint[]): void {
  const { checkpoints, runs } = get();
  const { fineTune, pretrain } = runs.drafts;
  const isThere = (list: readonly SavedPoint[]) => list.some(({ id }) => id === fineTune.startFrom);
  const isGone = isThere(checkpoints.points) && !isThere(points);
  const untouched = isGone || fineTune.startFrom === defaultStartFrom(checkpoints.points);
  const startFrom = untouched ? defaultStartFrom(points) : fineTune.startFrom;
  patch('checkpoints', { points });
  const presetOf = (id: string) => points.find((point) => point.id === id)?.info.preset ?? null;
  patch('runs', {
    drafts: { pretrain, fineTune: editedDraft('fineTune', fineTune, { startFrom }, presetOf) },
  });
}

/** Lists what came with the app and what the reader made earlier. Missing lists are told, the rest works. */
async function loadPoints(context: StoreContext): Promise<void> {
  const { deps, get, patch } = context;
  const [shipped, own] = await Promise.allSettled([deps.storage.shippedPoints(), deps.storage.listPoints()]);
  if (own.status === 'rejected') tellStorageTrouble(context, own.reason);
  const loaded = shipped.status === 'fulfilled';
  if (!loaded) {
    const why = shipped.reason instanceof Error ? ` ${shipped.reason.message}` : '';
    notify(context, 'error', text(words, 'shippedMissing', { why }));
  }
  const given = loaded ? shipped.value : [];
  const mine = own.status === 'fulfilled' ? own.value : [];
  const saved = get().checkpoints.points.filter((point) => point.origin === 'run');
  const points = [...mine, ...saved.map(({ runId, ...point }) => ({ ...point, runId: runId ?? '' }))].reduce(
    withOwnPoint,
    [...untrainedPoints(given, deps.shippedTokenizer), ...given.map(shippedPoint)],
  );
  setPoints(context, points);
  patch('checkpoints', { status: loaded ? 'ready' : 'failed' });
  if (get().checkpoints.currentId !== LIVE_ID) patch('checkpoints', { currentId: defaultPointId(points) });
}

async function forgetOldRuns(context: StoreContext): Promise<void> {
  const { get } = context;
  const { checkpoints, runs } = get();
  const used = [currentPointId(get()), runs.drafts.fineTune.startFrom].map(
    (id) => id !== null && pointById(get(), id)?.runId,
  );
  const inUse = new Set(
    [...used, runs.activeRunId].filter((runId): runId is string => typeof runId === 'string'),
  );
  const old = new Set(runsToForget(checkpoints.points, inUse));
  if (old.size > 0) await forgetRuns(context, old);
}

/**
 * Takes all points of these runs off the list and off the machine.
 * @throws StorageError when the machine keeps them
 */
export async function forgetRuns(context: StoreContext, runIds: ReadonlySet<string>): Promise<void> {
  const { deps, get, patch, session } = context;
  const { points, currentId } = get().checkpoints;
  const gone = points.filter(({ runId }) => runId !== null && runIds.has(runId));
  const left = points.filter((point) => !gone.includes(point));
  for (const { id } of gone) session.pointBytes.delete(id);
  setPoints(context, left);
  if (gone.some(({ id }) => id === currentId)) patch('checkpoints', { currentId: defaultPointId(left) });
  for (const runId of runIds) await deps.storage.deletePoints(runId);
}

/**
 * Adds a model from a file to the list and keeps it on this machine.
 * @throws StorageError when it lives only as long as the page
 */
export async function keepFile(context: StoreContext, point: StoredPoint): Promise<void> {
  context.session.pointBytes.set(point.id, point.bytes);
  setPoints(context, withOwnPoint(context.get().checkpoints.points, point));
  context.patch('checkpoints', { currentId: point.id });
  await storePoint(context, point);
}

async function storePoint({ deps, session }: StoreContext, point: StoredPoint): Promise<void> {
  await deps.storage.savePoint(point);
  if (session.pointBytes.get(point.id) === point.bytes) session.pointBytes.delete(point.id);
}

/** Adds a point the worker saved; without storage it lives as long as the page. */
export async function keepPoint(
  context: StoreContext,
  runId: string,
  info: SavedPointInfo,
  bytes: Uint8Array,
): Promise<void> {
  const { get, patch, session } = context;
  const id = ownPointId(runId, info.step);
  session.pointBytes.set(id, bytes);
  setPoints(context, withOwnPoint(get().checkpoints.points, { id, runId, info }));
  const status = get().runs.records[runId]?.status;
  const isLast = status === 'finished' || status === 'stopped';
  if (isLast && get().checkpoints.currentId === LIVE_ID) patch('checkpoints', { currentId: id });
  // What cannot be stored stays in memory, so old runs are forgotten there too.
  for (const work of [() => storePoint(context, { id, runId, info, bytes }), () => forgetOldRuns(context)]) {
    try {
      await work();
    } catch (error) {
      tellStorageTrouble(context, error);
    }
  }
}

/** Leaves 'live' for what its run saved last, unless the reader has picked another model meanwhile. */
export function settleCurrent({ get, patch }: StoreContext, runId: string): void {
  const { points, currentId } = get().checkpoints;
  if (currentId !== LIVE_ID) return;
  const last = points.findLast((point) => point.runId === runId);
  patch('checkpoints', { currentId: last?.id ?? defaultPointId(points) });
}

/**
 * The weights of a saved point.
 * @throws Error with a sentence for the reader when they are gone
 */
export async function bytesOf({ deps, session }: StoreContext, point: SavedPoint): Promise<Uint8Array> {
  if (point.origin === 'shipped') return deps.storage.shippedBytes(point.id);
  const inMemory = session.pointBytes.get(point.id);
  if (inMemory) return inMemory;
  let stored;
  try {
    stored = await deps.storage.loadPoint(point.id);
  } catch (error) {
    throw new Error(text(words, 'model.unread', { label: point.label }), { cause: error });
  }
  if (stored) return stored.bytes;
  throw new Error(text(words, 'model.lost', { label: point.label }));
}

/**
 * Where the weights for an answer come from, and the run they belong to ('' for none).
 * @throws Error with a sentence for the reader when there is no such model
 */
export async function sourceOf(
  context: StoreContext,
  id: string,
): Promise<{ source: ModelSource; runId: string }> {
  const state = context.get();
  const live = id === LIVE_ID ? liveRun(state) : null;
  if (live) return { source: { kind: 'live' }, runId: live.runId };
  const point = pointById(state, id === LIVE_ID ? currentPointId(state) : id);
  if (!point) throw new Error(text(words, 'model.unknown', { id: id.slice(0, 64) }));
  if (point.origin === 'untrained') {
    const { preset, seed } = point.info;
    return { source: { kind: 'untrained', preset, seed, tokenizer: state.tokenizer.shipped }, runId: '' };
  }
  return {
    source: { kind: 'checkpoint', checkpointId: point.id, bytes: await bytesOf(context, point) },
    runId: '',
  };
}

export function checkpointsActions(
  context: StoreContext,
): Pick<AppActions, 'loadPoints' | 'selectCheckpoint'> {
  const { session } = context;
  return {
    loadPoints: () => (session.pointsLoaded ??= loadPoints(context)),
    selectCheckpoint: (id) => {
      const known =
        id === LIVE_ID ? liveRun(context.get()) !== null : pointById(context.get(), id) !== undefined;
      if (known) context.patch('checkpoints', { currentId: id });
      else notify(context, 'warning', text(words, 'modelGone'));
    },
  };
}
