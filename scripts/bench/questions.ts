/** What Node asks a measuring worker, and what it answers. Everything is plain data. */
import type { ImplementationName, ShapeName } from './shapes';

/** What WebGL was asked for. */
export interface Counts {
  /** Draws: each runs one GPU program. */
  readonly programs: number;
  /** Textures and buffers filled from this side. */
  readonly uploads: number;
  /** Reads that wait for the GPU. */
  readonly readbacks: number;
}

/** What an implementation keeps. */
export interface Memory {
  /** Tensors that TensorFlow.js knows; NaN where they cannot be asked for. */
  readonly tensors: number;
  /** Bytes of textures, buffers and renderbuffers alive now, and at most so far. */
  readonly gpuBytes: number;
  readonly gpuPeakBytes: number;
  /** Bytes of all WASM memories together. */
  readonly wasmBytes: number;
}

export interface Trained {
  readonly ms: number;
  /** Those that were read back while these steps ran. */
  readonly losses: readonly number[];
  readonly counts: Counts;
}

export interface Written {
  readonly ms: number;
  readonly tokens: number;
  /** GPU programs at each position, the prompt's being the first. */
  readonly programs: readonly number[];
}

/** The questions by name, each with what it needs and what it gives. */
export interface Questions {
  /** Chooses what this worker measures, and makes its weights. */
  readonly open: { readonly implementation: ImplementationName; readonly shape: ShapeName };
  /** Starts the backend, prepares, puts the weights on the device and does one training step. */
  readonly firstStep: null;
  /** As `firstStep`, without the step. */
  readonly start: null;
  readonly train: { readonly steps: number };
  /** Continues one prompt in each of `rows`, by `tokens`. */
  readonly write: { readonly rows: number; readonly tokens: number };
  readonly memory: null;
}

export interface Answers {
  readonly open: null;
  readonly firstStep: Trained;
  readonly start: null;
  readonly train: Trained;
  readonly write: Written;
  readonly memory: Memory;
}

export type QuestionName = keyof Questions;
