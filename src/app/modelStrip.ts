import { modelNames, PHASES } from '../content/modelNames';
import { byteSize, count } from '../content/numbers';
import { LIVE_ID } from '../store/points';
import type { RunRecord, SavedPoint, StageId } from '../store/state';
import type { Lineage, ModelFacts } from '../ui/strip/ModelStrip';
import type { TimelinePoint } from '../ui/strip/Timeline';

/** The stage in which a run is steered. */
export const stageOfRun = ({ recipe }: RunRecord): StageId => (recipe.phase === 'pretrain' ? 'pretrain' : 'fine-tune');

const phaseOfRun = ({ recipe }: RunRecord) => (recipe.phase === 'pretrain' ? 'pretrained' : 'fineTuned');

const stepOf = (step: number, total: number): string =>
  total > 0 ? `step ${count(step)} of ${count(total)}` : `step ${count(step)}`;

/** Names of all saved points, distinct, the same in the strip and wherever a model is chosen. */
export const namesOf = (points: readonly SavedPoint[]): ReadonlyMap<string, string> =>
  modelNames(points.map(({ id, origin, info }) => ({ id, own: isOwn(origin), phase: info.phase, step: info.step })));

const isOwn = (origin: SavedPoint['origin']): boolean => origin === 'run' || origin === 'imported';

/** Whose life a model belongs to. */
export function lineageOf(points: readonly SavedPoint[], id: string): Lineage {
  const point = points.find((candidate) => candidate.id === id);
  return id === LIVE_ID || (point !== undefined && isOwn(point.origin)) ? 'own' : 'shipped';
}

/** The points of one life in the order they came, and the model in training at its end. */
export function timelineOf(
  points: readonly SavedPoint[],
  lineage: Lineage,
  live: { readonly name: string; readonly phase: 'pretrained' | 'fineTuned' } | null,
): readonly TimelinePoint[] {
  const names = namesOf(points);
  const saved = points
    .filter(({ origin }) => isOwn(origin) === (lineage === 'own'))
    .map(({ id, info }) => ({ id, name: names.get(id) ?? id, phase: info.phase, live: false }));
  return live && lineage === 'own' ? [...saved, { id: LIVE_ID, live: true, ...live }] : saved;
}

const lastLoss = (record: RunRecord) => record.evaluations.at(-1) ?? null;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the strip tells about a saved point. */
export function factsOfPoint({ info }: SavedPoint): ModelFacts {
  const name =
    info.phase === 'untrained' ? PHASES.untrained : `${PHASES[info.phase]} · ${stepOf(info.step, info.totalSteps)}`;
  return {
    name,
    detail: detailOf(info.bytesSeen, info.parameterCount),
    proseBitsPerByte: info.evaluation?.proseBitsPerByte ?? null,
    codeBitsPerByte: info.evaluation?.codeBitsPerByte ?? null,
    sample: info.sample ? oneLine(info.sample.text) : null,
  };
}

/** What the strip tells about the model in training. */
export function factsOfRun(record: RunRecord): ModelFacts {
  const sample = record.samples.at(-1);
  return {
    name: `${record.recipe.phase === 'pretrain' ? 'Pretraining' : 'Fine-tuning'} · ${stepOf(record.step, record.recipe.totalSteps)}`,
    detail: detailOf(record.bytesSeen, record.parameterCount),
    proseBitsPerByte: lastLoss(record)?.proseBitsPerByte ?? null,
    codeBitsPerByte: lastLoss(record)?.codeBitsPerByte ?? null,
    sample: sample ? oneLine(sample.text) : null,
  };
}

const detailOf = (bytesSeen: number, parameterCount: number): string =>
  `${bytesSeen > 0 ? `${byteSize(bytesSeen)} read` : 'Read nothing yet'} · ${count(parameterCount)} weights`;

/** The model in training as a point of the timeline. */
export const livePoint = (record: RunRecord, name: string) => ({ name, phase: phaseOfRun(record) }) as const;

const RUN_WORDS: Partial<Record<RunRecord['status'], string>> = {
  starting: 'Getting ready',
  running: 'Training',
  pausing: 'Pausing',
  paused: 'Paused',
  stopping: 'Stopping',
  recovering: 'Coming back',
};

/** One line about a run that is not over; null when there is nothing to steer. */
export function runLine(record: RunRecord | undefined): string | null {
  const word = record && RUN_WORDS[record.status];
  return record && word ? `${word}: ${stepOf(record.step, record.recipe.totalSteps)}` : null;
}
