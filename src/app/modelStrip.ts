import { isOwn, modelNames, phaseName, sizeName, type PhaseOfLife } from '../content/modelNames';
import { text } from '../content/narrative';
import { byteSize, count, weights } from '../content/numbers';
import { LIVE_ID } from '../store/points';
import type { RunRecord, SavedPoint, StageId } from '../store/state';
import type { Life, ModelFacts } from '../ui/strip/ModelStrip';
import type { TimelinePoint } from '../ui/strip/Timeline';
import words from '../ui/strip/words.en.md';

/** The stage in which a run is steered. */
export const stageOfRun = ({ recipe }: RunRecord): StageId =>
  recipe.phase === 'pretrain' ? 'pretrain' : 'fine-tune';

const phaseOfRun = ({ recipe }: RunRecord): PhaseOfLife =>
  recipe.phase === 'pretrain' ? 'pretrained' : 'fineTuned';

const stepOf = (step: number, total: number): string =>
  total > 0
    ? text(words, 'stepOf', { step: count(step), total: count(total) })
    : text(words, 'step', { step: count(step) });

/** One life that the strip can show: a shipped model of one size, or the reader's own. */
const OWN_LIFE = 'own';

const lifeOf = (point: SavedPoint): string => (isOwn(point) ? OWN_LIFE : `shipped ${point.info.preset}`);

/** The life a model belongs to. Random weights belong to the shipped model of their size. */
export function lifeIdOf(points: readonly SavedPoint[], id: string): string {
  const point = points.find((candidate) => candidate.id === id);
  return id === LIVE_ID || !point ? OWN_LIFE : lifeOf(point);
}

/** The lives there are: those that came with the page, from small to large, then the reader's own. */
export function livesOf(points: readonly SavedPoint[], hasLive: boolean): readonly Life[] {
  const given = points.filter((point) => !isOwn(point));
  const sizes = new Map(given.map(({ info }) => [info.preset, info.parameterCount]));
  const shipped = [...sizes]
    .toSorted(([, a], [, b]) => a - b)
    .map(([preset, parameters]) => ({
      id: `shipped ${preset}`,
      owner: 'shipped' as const,
      label: text(words, 'lives.given', { size: sizeName(preset), parameters: weights(parameters) }),
    }));
  const own = { id: OWN_LIFE, owner: 'reader', label: text(words, 'lives.own') } as const;
  return hasLive || points.some(isOwn) ? [...shipped, own] : shipped;
}

/** The points of one life in the order they came, and the model in training at its end. */
export function timelineOf(
  points: readonly SavedPoint[],
  life: string,
  live: Pick<TimelinePoint, 'name' | 'phase'> | null,
): readonly TimelinePoint[] {
  const names = modelNames(points);
  const saved = points
    .filter((point) => lifeOf(point) === life)
    .map(({ id, info }) => ({
      id,
      name: names.get(id) ?? id,
      phase: info.phase,
      step: info.step,
      live: false,
    }));
  return live && life === OWN_LIFE ? [...saved, { id: LIVE_ID, step: null, live: true, ...live }] : saved;
}

const lastLoss = (record: RunRecord) => record.evaluations.at(-1) ?? null;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the strip tells about a saved point. */
export function factsOfPoint({ info }: SavedPoint): ModelFacts {
  const name =
    info.phase === 'untrained'
      ? phaseName('untrained')
      : `${phaseName(info.phase)} · ${stepOf(info.step, info.totalSteps)}`;
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
    name: `${text(words, `run.${record.recipe.phase}`)} · ${stepOf(record.step, record.recipe.totalSteps)}`,
    detail: detailOf(record.bytesSeen, record.parameterCount),
    proseBitsPerByte: lastLoss(record)?.proseBitsPerByte ?? null,
    codeBitsPerByte: lastLoss(record)?.codeBitsPerByte ?? null,
    sample: sample ? oneLine(sample.text) : null,
  };
}

const detailOf = (bytesSeen: number, parameterCount: number): string =>
  text(words, bytesSeen > 0 ? 'detail' : 'detail.unread', {
    bytes: byteSize(bytesSeen),
    parameters: count(parameterCount),
  });

/** The model in training as a point of the timeline. */
export const livePoint = (record: RunRecord, name: string): { name: string; phase: PhaseOfLife } => ({
  name,
  phase: phaseOfRun(record),
});

/** What a run does while it is not over. */
const UNDER_WAY = ['starting', 'running', 'pausing', 'paused', 'stopping', 'recovering'] as const;

/** One line about a run that is not over; null when there is nothing to steer. */
export function runLine(record: RunRecord | null): string | null {
  const status = UNDER_WAY.find((known) => known === record?.status);
  if (!record || !status) return null;
  return text(words, `line.${status}`, { step: stepOf(record.step, record.recipe.totalSteps) });
}
