import { isOwn } from '../../content/modelNames';
import type { RecordedRun } from '../../store/recordings';
import { runOf } from '../../store/selectors';
import type { AppState, RunRecord, SavedPoint } from '../../store/state';

export type PhaseName = RunRecord['recipe']['phase'];

/** What is known of one phase of a model's life: trained here, or recorded earlier. */
export interface Told {
  readonly phase: PhaseName;
  /** False for a recorded run, which stands in where the reader has trained nothing. */
  readonly isOwn: boolean;
  readonly preset: SavedPoint['info']['preset'];
  readonly seed: number;
  /** The saved point it ended at; null where none was saved. */
  readonly pointId: string | null;
  readonly steps: number;
  readonly totalSteps: number;
  readonly parameterCount: number;
  /** UTF-8 bytes of text read by its end, earlier runs included. */
  readonly bytesSeen: number;
  /** The run's own facts; null where only its saved points are left. */
  readonly recipe: RecordedRun['recipe'] | null;
  /** What cut its texts into tokens; null for the one that came with the page, and where that was not kept. */
  readonly tokenizer: RunRecord['recipe']['tokenizer'] | null;
  readonly reports: RunRecord['reports'];
  readonly evaluations: RunRecord['evaluations'];
  readonly samples: RunRecord['samples'];
  readonly verdicts: RunRecord['verdicts'];
}

function fromRecord(record: RunRecord, points: readonly SavedPoint[]): Told {
  const { runId, recipe, step, parameterCount, bytesSeen, reports, evaluations, samples, verdicts } = record;
  const { phase, preset, seed, totalSteps } = recipe;
  return {
    ...{ phase, isOwn: true, preset, seed, steps: step, totalSteps, parameterCount, bytesSeen, recipe },
    tokenizer: recipe.tokenizer,
    pointId: points.findLast((point) => point.runId === runId && point.info.step > 0)?.id ?? null,
    ...{ reports, evaluations, samples, verdicts },
  };
}

/** What saved points tell of a run whose course was not kept: this many of its steps were looked at. */
function fromPoints(phase: PhaseName, points: readonly SavedPoint[]): Told | null {
  const last = points.at(-1);
  if (!last) return null;
  const { preset, seed, step, totalSteps, parameterCount, bytesSeen } = last.info;
  return {
    ...{ phase, isOwn: true, preset, seed, steps: step, totalSteps, parameterCount, bytesSeen },
    ...{ pointId: last.id, recipe: null, tokenizer: null, reports: [], verdicts: [] },
    evaluations: points.flatMap(({ info }) => info.evaluation ?? []),
    samples: points.flatMap(({ info }) => info.sample ?? []),
  };
}

function fromRecording(run: RecordedRun, points: readonly SavedPoint[]): Told {
  const { recipe, parameterCount, history, verdicts, pointIds } = run;
  const { phase, preset, seed, totalSteps } = recipe;
  const last = points.find(({ id }) => id === pointIds.at(-1));
  return {
    ...{ phase, isOwn: false, preset, seed, steps: totalSteps, totalSteps, parameterCount, recipe, verdicts },
    pointId: last?.id ?? null,
    tokenizer: null,
    bytesSeen: last?.info.bytesSeen ?? 0,
    ...{ reports: history.reports, evaluations: history.evaluations, samples: history.samples },
  };
}

/** The points that the reader's latest run of a phase left, in the order they were saved. */
function ownPoints(points: readonly SavedPoint[], phase: PhaseName): readonly SavedPoint[] {
  const ofPhase = phase === 'pretrain' ? 'pretrained' : 'fineTuned';
  const mine = points.filter((point) => isOwn(point) && point.file === undefined);
  const last = mine.findLast(({ info }) => info.phase === ofPhase && info.step > 0);
  return mine.filter(({ runId, info }) => runId === last?.runId && info.phase === ofPhase);
}

/** What the reader's latest run of a phase showed; null when there was none. */
export function ownPhase(state: Pick<AppState, 'runs' | 'checkpoints'>, phase: PhaseName): Told | null {
  const record = runOf(phase)(state);
  if (record && record.step > 0) return fromRecord(record, state.checkpoints.points);
  return fromPoints(phase, ownPoints(state.checkpoints.points, phase));
}

/** What a recorded life showed in a phase; null when it has none. */
export function recordedPhase(
  runs: readonly RecordedRun[],
  points: readonly SavedPoint[],
  phase: PhaseName,
): Told | null {
  const run =
    runs.find(({ recipe }) => recipe.phase === phase && recipe.startedFrom !== null) ??
    runs.find(({ recipe }) => recipe.phase === phase);
  return run ? fromRecording(run, points) : null;
}

/** First and last of what was measured, where there are two. */
export function endsOf<T>(measured: readonly T[]): readonly [T, T] | null {
  const [first, last] = [measured[0], measured.at(-1)];
  return first === undefined || last === undefined || measured.length < 2 ? null : [first, last];
}

/** First and last loss on a held-out text, in bits per byte; null where it was not measured twice. */
export function lossEnds(
  { evaluations }: Pick<Told, 'evaluations'>,
  name: 'proseBitsPerByte' | 'codeBitsPerByte',
): readonly [number, number] | null {
  return endsOf(evaluations.flatMap((evaluation) => evaluation[name] ?? []));
}
