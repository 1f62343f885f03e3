/** The lives that are trained offline: each preset pretrained on stories, then fine-tuned on Python. */
import { PRESETS, type PresetName } from '../../src/engine/config';
import type { TokenizerFile } from '../../src/engine/tokenizer/tokenizer';
import type { TrainingJob } from './job';

/** The seed of the lives that ship, and of a page that was not told another one. */
export const SHIPPED_SEED = 7;
/** Share of prose in fine-tuning, where nothing else is said. */
export const REPLAY = 0.1;

interface Common {
  readonly preset: PresetName;
  readonly seed: number;
  readonly tokenizer: TokenizerFile;
  /** Instead of the preset's. */
  readonly learningRate?: number;
}

function recipeOf({ preset, seed, learningRate }: Common) {
  const { learningRate: usual, batchSize } = PRESETS[preset];
  return { preset, seed, batchSize, learningRate: learningRate ?? usual };
}

const nameOf = (what: string, { preset, seed }: Common): string =>
  seed === SHIPPED_SEED ? `${preset}-${what}` : `${preset}-${what}, seed ${seed}`;

/** Pretraining on stories. */
export function pretraining(common: Common): TrainingJob {
  return {
    name: nameOf('pretrained', common),
    tokenizer: common.tokenizer,
    origin: null,
    recipe: {
      ...recipeOf(common),
      phase: 'pretrain',
      totalSteps: PRESETS[common.preset].pretrainSteps,
      corpus: { kind: 'stories' },
      replay: 0,
    },
  };
}

export interface FineTuning extends Common {
  /** `scratch` trains fresh weights on code alone. */
  readonly from: TrainingJob | 'scratch';
  readonly totalSteps?: number;
  readonly replay?: number;
}

/** Fine-tuning on Python snippets. */
export function fineTuning(options: FineTuning): TrainingJob {
  const { from, replay = REPLAY, totalSteps = PRESETS[options.preset].fineTuneSteps } = options;
  return {
    name: nameOf('fine-tuned', options),
    tokenizer: options.tokenizer,
    origin: from === 'scratch' ? null : { job: from, step: from.recipe.totalSteps },
    recipe: { ...recipeOf(options), phase: 'fineTune', totalSteps, corpus: { kind: 'snippets' }, replay },
  };
}

/** A whole life: both phases on the preset's schedule. */
export function lifeOf(common: Common): readonly [TrainingJob, TrainingJob] {
  const first = pretraining(common);
  return [first, fineTuning({ ...common, from: first })];
}
