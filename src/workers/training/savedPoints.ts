import { parameterCount, type GPTConfig, type TrainConfig } from '../../engine/config';
import { writeCheckpoint, type LossPoint } from '../../engine/train/checkpoint';
import type { Trainer } from '../../engine/train/trainer';
import type { RunHistory, RunRecipe, RunStatus, SavedPointInfo } from '../../protocol/training';
import { failingAs } from './failures';
import type { Model } from './model';
import { storedRecord, type Lineage } from './runRecord';

/** A run at one moment, as its two kinds of checkpoint need it. */
export interface RunMoment {
  readonly model: Model;
  readonly trainer: Trainer;
  readonly trainConfig: TrainConfig;
  readonly recipe: RunRecipe;
  readonly lineage: Lineage;
  readonly history: RunHistory;
}

/** Points per curve in a checkpoint's public history; more would not be seen on a chart. */
const CURVE_POINTS = 200;

function curvesOf({ reports, evaluations }: RunHistory): LossPoint[] {
  const every = Math.ceil(reports.length / CURVE_POINTS);
  const points: LossPoint[] = reports
    .filter((_, i) => i % every === 0)
    .map(({ step, bitsPerByte }) => ({ step, series: 'train', bitsPerByte }));
  for (const { step, proseBitsPerByte, codeBitsPerByte } of evaluations) {
    if (proseBitsPerByte !== null) points.push({ step, series: 'prose', bitsPerByte: proseBitsPerByte });
    if (codeBitsPerByte !== null) points.push({ step, series: 'code', bitsPerByte: codeBitsPerByte });
  }
  return points;
}

function described(
  moment: RunMoment,
): { config: GPTConfig } & Pick<
  Parameters<typeof writeCheckpoint>[0],
  'trainConfig' | 'tokenizer' | 'seed' | 'step' | 'history'
> {
  const { model, trainer, trainConfig, recipe, history } = moment;
  return {
    config: model.loaded.config,
    trainConfig,
    tokenizer: recipe.tokenizer,
    seed: recipe.seed,
    step: trainer.step,
    history: curvesOf(history),
  };
}

/**
 * The model to keep and to ask: half-precision weights, nothing to continue from.
 * @throws SessionFailure diverged when a weight is not a number any more
 */
export async function writeSavedPoint(moment: RunMoment): Promise<Uint8Array> {
  const arrays = await moment.model.loaded.arrays();
  const recipe = storedRecord({ lineage: moment.lineage, run: null });
  const checkpoint = { ...described(moment), recipe, arrays, optimizer: null };
  return failingAs('diverged', 'diverged.weights', () => writeCheckpoint(checkpoint, 'F16'));
}

/**
 * Everything needed to continue the run exactly.
 * @throws SessionFailure diverged when a weight is not a number any more, so that a good autosave is never replaced
 */
export async function writeAutosave(moment: RunMoment, status: RunStatus): Promise<Uint8Array> {
  const { arrays, optimizer } = await moment.trainer.snapshot();
  const { lineage, history } = moment;
  const recipe = storedRecord({ lineage, run: { recipe: moment.recipe, status, history } });
  const checkpoint = { ...described(moment), recipe, arrays, optimizer };
  return failingAs('diverged', 'diverged.weights', () => writeCheckpoint(checkpoint, 'F32'));
}

/** The facts that travel beside a saved point. */
export function savedPointInfo({
  model,
  trainer,
  trainConfig,
  recipe,
  lineage,
  history,
}: RunMoment): SavedPointInfo {
  const { step } = trainer;
  const { config } = model.loaded;
  return {
    phase: lineage.phase,
    preset: recipe.preset,
    config,
    parameterCount: parameterCount(config),
    step,
    totalSteps: trainConfig.totalSteps,
    priorSteps: lineage.priorSteps,
    bytesSeen: lineage.bytesSeen,
    seed: recipe.seed,
    evaluation: history.evaluations.findLast((evaluation) => evaluation.step === step) ?? null,
    sample: history.samples.findLast((sample) => sample.step === step) ?? null,
  };
}
