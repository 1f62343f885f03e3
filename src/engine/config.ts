/** The shape of a GPT. Everything about a model that is not a weight. */
export interface GPTConfig {
  /** Number of transformer blocks. */
  readonly nLayer: number;
  /** Attention heads per block; divides nEmbd. */
  readonly nHead: number;
  /** Width of the residual stream. */
  readonly nEmbd: number;
  /** Context length in tokens. */
  readonly blockSize: number;
  /** Number of distinct tokens. */
  readonly vocabSize: number;
}

/** How a model is trained. The schedule is warm-up, then cosine decay to `minLearningRateFraction`. */
export interface TrainConfig {
  readonly batchSize: number;
  readonly totalSteps: number;
  readonly learningRate: number;
  readonly minLearningRateFraction: number;
  readonly warmupSteps: number;
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Gradients are scaled down to this global norm when they exceed it. */
  readonly clipNorm: number;
}

/** Names of the sizes a reader can pick. */
export type PresetName = 'pico' | 'nano' | 'small' | 'shipped';

/** A size: the shape of the model, and how many steps of which batch it is trained for. */
export interface Preset {
  readonly name: PresetName;
  /** vocabSize comes from the tokenizer in use. */
  readonly shape: Omit<GPTConfig, 'vocabSize'>;
  readonly batchSize: number;
  readonly pretrainSteps: number;
  readonly fineTuneSteps: number;
  readonly learningRate: number;
  readonly warmupSteps: number;
}

/** nano and small follow the sweep in public/evidence.json; pico is for the slowest machines; shipped is trained offline. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  pico: {
    name: 'pico',
    shape: { nLayer: 1, nHead: 2, nEmbd: 32, blockSize: 64 },
    batchSize: 8,
    pretrainSteps: 300,
    fineTuneSteps: 400,
    learningRate: 1e-2,
    warmupSteps: 20,
  },
  nano: {
    name: 'nano',
    shape: { nLayer: 2, nHead: 4, nEmbd: 64, blockSize: 96 },
    batchSize: 48,
    pretrainSteps: 300,
    fineTuneSteps: 500,
    learningRate: 1.2e-2,
    warmupSteps: 20,
  },
  small: {
    name: 'small',
    shape: { nLayer: 3, nHead: 4, nEmbd: 96, blockSize: 112 },
    batchSize: 32,
    pretrainSteps: 300,
    fineTuneSteps: 700,
    learningRate: 8e-3,
    warmupSteps: 30,
  },
  shipped: {
    name: 'shipped',
    shape: { nLayer: 4, nHead: 4, nEmbd: 128, blockSize: 128 },
    batchSize: 32,
    pretrainSteps: 600,
    fineTuneSteps: 2000,
    learningRate: 5e-3,
    warmupSteps: 40,
  },
};

/** The optimizer settings shared by every preset. */
export const OPTIMIZER_DEFAULTS = {
  minLearningRateFraction: 0.1,
  weightDecay: 0.1,
  beta1: 0.9,
  beta2: 0.98,
  epsilon: 1e-8,
  clipNorm: 1,
} as const satisfies Partial<TrainConfig>;

const LIMITS: readonly (readonly [field: keyof GPTConfig, limit: number])[] = [
  ['nLayer', 12],
  ['nHead', 16],
  ['nEmbd', 512],
  ['blockSize', 512],
  ['vocabSize', 8192],
];

/**
 * Checks that a shape can be built.
 * @throws RangeError naming the field, what was expected and what came
 */
export function validateConfig(config: GPTConfig): GPTConfig {
  for (const [field, limit] of LIMITS) {
    const value = config[field];
    if (!Number.isInteger(value) || value < 1 || value > limit) {
      throw new RangeError(`${field} must be a whole number from 1 to ${limit}, got ${value}`);
    }
  }
  if (config.nEmbd % config.nHead !== 0) {
    throw new RangeError(
      `nEmbd must be a multiple of nHead, got ${config.nEmbd} and ${config.nHead}; choose e.g. nHead 4 for nEmbd 64`,
    );
  }
  return config;
}

/** Weights of a model of this shape; the head shares the token embedding, so it adds none. */
export function parameterCount({ nLayer, nEmbd: C, blockSize, vocabSize }: GPTConfig): number {
  const perBlock = 12 * C * C + 13 * C;
  return vocabSize * C + blockSize * C + nLayer * perBlock + 2 * C;
}

/** The full training settings of a preset for one of its two phases. */
export function trainConfigOf(preset: Preset, phase: 'pretrain' | 'fineTune'): TrainConfig {
  return {
    ...OPTIMIZER_DEFAULTS,
    batchSize: preset.batchSize,
    totalSteps: phase === 'pretrain' ? preset.pretrainSteps : preset.fineTuneSteps,
    learningRate: preset.learningRate,
    warmupSteps: preset.warmupSteps,
  };
}
