/** What is measured, and on which models: known to Node and to the worker alike. */
import { OPTIMIZER_DEFAULTS, type GPTConfig, type TrainConfig } from '../../src/engine/config';

/**
 * `reference` and `fused` are the engine's two runtimes on WebGL, `wasm` is the fused one on WASM, `wasm-reference` the
 * readable one on TensorFlow.js' WASM backend, and `peer-genai` the package @genai-fi/nanogpt on WebGL.
 */
export const IMPLEMENTATIONS = ['reference', 'fused', 'wasm', 'wasm-reference', 'peer-genai'] as const;
export type ImplementationName = (typeof IMPLEMENTATIONS)[number];

/** Something about each implementation. */
export type ByImplementation<T> = Readonly<Record<ImplementationName, T>>;

export type ShapeName = 'tiny' | 'micro';

export const SHAPES: Readonly<Record<ShapeName, GPTConfig>> = {
  tiny: { nLayer: 2, nHead: 4, nEmbd: 64, blockSize: 64, vocabSize: 256 },
  micro: { nLayer: 4, nHead: 4, nEmbd: 128, blockSize: 64, vocabSize: 512 },
};

export const TRAINING: TrainConfig = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 8,
  totalSteps: 10_000,
  learningRate: 1e-3,
  warmupSteps: 100,
};

/** Steps whose losses are read together, and over which programs, uploads and reads are counted. */
export const COUNTED_STEPS = 8;

/** Tokens that a text begins with before the model writes on. */
export const PROMPT_LENGTH = 8;

export const backendOf = (name: ImplementationName): 'webgl' | 'wasm' =>
  name.startsWith('wasm') ? 'wasm' : 'webgl';
