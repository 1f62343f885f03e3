import { counted, text } from '../content/narrative';
import { parameterCount, PRESETS, type PresetName } from '../engine/config';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import type { ShippedPoint, StoredPoint } from '../protocol/storage';
import type { SavedPointInfo } from '../protocol/training';
import type { AppState, RunRecord, SavedPoint } from './state';
import { vocabSizeOf } from './tokenizerSlice';
import words from './notices.en.md';

export const UNTRAINED_ID = 'untrained';
/** Not a point: the model in training. */
export const LIVE_ID = 'live';

/** The seed of a page that was not told another one. */
export const DEFAULT_SEED = 7;

/** Points of this many of the reader's runs are kept. */
export const KEPT_RUNS = 4;

/** The size whose life the page opens with, and which Start shows: few bytes, and good enough. */
const HOME: PresetName = 'small';

/** The sizes that came with the app, from small to large. */
export function shippedSizes(points: readonly (ShippedPoint | SavedPoint)[]): readonly PresetName[] {
  const shipped = points.filter((point) => !('origin' in point) || point.origin === 'shipped');
  const sizes = new Map(shipped.map(({ info }) => [info.preset, info.parameterCount]));
  return [...sizes].toSorted(([, a], [, b]) => a - b).map(([preset]) => preset);
}

/** The size of the life a fresh page shows: the usual one, else the largest there is. */
function homeSize(points: readonly (ShippedPoint | SavedPoint)[]): PresetName {
  const sizes = shippedSizes(points);
  return sizes.includes(HOME) ? HOME : (sizes.at(-1) ?? HOME);
}

/**
 * Random weights, as every model begins: for each size that came with the app, and with its seed. They are made
 * on the spot, so nothing has to be fetched. That of the life the page opens with comes first.
 */
export function untrainedPoints(
  shipped: readonly ShippedPoint[],
  tokenizer: TokenizerFile,
): readonly SavedPoint[] {
  const home = homeSize(shipped);
  const seedOf = (size: PresetName): number =>
    shipped.find(({ info }) => info.preset === size)?.info.seed ?? DEFAULT_SEED;
  return [home, ...shippedSizes(shipped).filter((size) => size !== home)].map((size) => {
    const config = { ...PRESETS[size].shape, vocabSize: vocabSizeOf(tokenizer) };
    const info: SavedPointInfo = {
      phase: 'untrained',
      preset: size,
      config,
      parameterCount: parameterCount(config),
      step: 0,
      totalSteps: 0,
      priorSteps: 0,
      bytesSeen: 0,
      seed: seedOf(size),
      evaluation: null,
      sample: null,
    };
    const id = size === home ? UNTRAINED_ID : `${UNTRAINED_ID}-${size}`;
    return { id, origin: 'untrained', runId: null, label: text(words, 'label.untrained'), info };
  });
}

export function shippedPoint({ id, bytes, info }: ShippedPoint): SavedPoint {
  const { phase, step } = info;
  const label =
    phase === 'untrained' ? text(words, 'label.untrained') : counted(words, `label.${phase}`, step);
  return { id, origin: 'shipped', runId: null, label, bytes, info };
}

function ownLabel({ phase, step }: SavedPointInfo, file: string | undefined): string {
  const whose = file === undefined ? 'own' : 'file';
  return phase === 'untrained'
    ? text(words, `label.${whose}.untrained`)
    : counted(words, `label.${whose}.${phase}`, step);
}

/** Id of the point a run saved at a step. */
export function ownPointId(runId: string, step: number): string {
  return `own-${runId}-${step}`;
}

/** The points with one more of the reader's own; one of the same id is replaced. Labels stay distinct. */
export function withOwnPoint(
  points: readonly SavedPoint[],
  { id, runId, info, file }: Omit<StoredPoint, 'bytes'>,
): readonly SavedPoint[] {
  const others = points.filter((point) => point.id !== id);
  const labels = new Set(others.map((point) => point.label));
  const plain = ownLabel(info, file);
  let label = plain;
  for (let copy = 2; labels.has(label); copy++) label = `${plain} (${copy})`;
  const point: SavedPoint = { id, origin: 'run', runId, label, info, ...(file !== undefined && { file }) };
  // A point that comes again, after the page went back to its autosave, keeps its place in the run's life.
  const place = points.findIndex((known) => known.id === id);
  return place < 0 ? [...points, point] : others.toSpliced(place, 0, point);
}

/** Own runs beyond `KEPT_RUNS`, oldest first, leaving out those that something still points to. Files stay. */
export function runsToForget(points: readonly SavedPoint[], inUse: ReadonlySet<string>): readonly string[] {
  const runs = [
    ...new Set(points.flatMap(({ runId, file }) => (runId === null || file !== undefined ? [] : runId))),
  ];
  return runs.filter((runId) => !inUse.has(runId)).slice(0, Math.max(0, runs.length - KEPT_RUNS));
}

function stepsOfLife({ info }: SavedPoint): number {
  return info.priorSteps + info.step;
}

type Phase = SavedPointInfo['phase'];

/**
 * The last shipped point of a phase.
 * @param size that of the life the page opens with unless told otherwise
 */
export function shippedFinal(
  points: readonly SavedPoint[],
  phase: Phase,
  size: PresetName = homeSize(points),
): SavedPoint | undefined {
  return points
    .filter(({ origin, info }) => origin === 'shipped' && info.phase === phase && info.preset === size)
    .toSorted((a, b) => stepsOfLife(b) - stepsOfLife(a))[0];
}

/** The model a fresh page shows: the end of the life it opens with. */
export function defaultPointId(points: readonly SavedPoint[]): string {
  return (shippedFinal(points, 'fineTuned') ?? shippedFinal(points, 'pretrained'))?.id ?? UNTRAINED_ID;
}

/** Where fine-tuning starts unless the reader says otherwise: the reader's latest pretrained model, else the shipped one. */
export function defaultStartFrom(points: readonly SavedPoint[]): string | null {
  // The first point of a fine-tuning run is a pretrained model too, but only a copy of where that run began.
  const own = points.findLast(
    ({ origin, info }) => origin === 'run' && info.phase === 'pretrained' && info.step > 0,
  );
  return (own ?? shippedFinal(points, 'pretrained'))?.id ?? null;
}

/**
 * The model that came with the app and is most like another: same phase, then same size, then nearest in steps.
 * @param like `steps`: of its whole life, earlier runs included
 */
export function nearestShipped(
  points: readonly SavedPoint[],
  like: { readonly phase: Phase; readonly preset: string; readonly steps: number },
): SavedPoint | undefined {
  const distance = (point: SavedPoint): number =>
    (point.info.phase === like.phase ? 0 : 1e12) +
    (point.info.preset === like.preset ? 0 : 1e9) +
    Math.abs(stepsOfLife(point) - like.steps);
  return points
    .filter((point) => point.origin !== 'run')
    .reduce<SavedPoint | undefined>(
      (best, point) => (best && distance(best) <= distance(point) ? best : point),
      undefined,
    );
}

const HOLDING = new Set<RunRecord['status']>([
  'running',
  'pausing',
  'paused',
  'stopping',
  'stopped',
  'finished',
  'recovering',
]);

/** True when a run is over and its last step was saved: the saved point stands for it from then on. */
function isKept({ points }: AppState['checkpoints'], { runId, status, step }: RunRecord): boolean {
  const isOver = status === 'finished' || status === 'stopped';
  return isOver && points.some((point) => point.runId === runId && point.info.step === step);
}

/** The run whose model the worker holds, so that it can be asked for an answer; null once a saved point holds the same. */
export function liveRun({ runs, checkpoints }: Pick<AppState, 'runs' | 'checkpoints'>): RunRecord | null {
  const record = runs.activeRunId === null ? undefined : runs.records[runs.activeRunId];
  return record && HOLDING.has(record.status) && !isKept(checkpoints, record) ? record : null;
}

/** The points to choose from: without the copies that runs keep of the model they began with, unless one is current. */
export function pickable(points: readonly SavedPoint[], currentId: string): readonly SavedPoint[] {
  return points.filter(
    ({ id, info, file }) =>
      id === currentId || info.step > 0 || info.phase === 'untrained' || file !== undefined,
  );
}

/** The point that stands for the current model: itself, or for 'live' without a run what that run left behind. */
export function currentPointId(state: Pick<AppState, 'checkpoints'>): string {
  const { points, currentId } = state.checkpoints;
  if (currentId !== LIVE_ID) return currentId;
  return points.findLast((point) => point.origin === 'run')?.id ?? defaultPointId(points);
}
