import type { GPTConfig, TrainConfig } from './config';
import type { Batch } from './data/batch';
import type { NamedArrays } from './model/shapes';
import type { OptimizerArrays } from './optim/adamw';

/**
 * What carries out the model's arithmetic. There are two: `reference` is the readable composition of TensorFlow.js
 * operations in `model/`, on any of its backends; `fused` computes the same numbers in a few large kernels.
 */
export interface Runtime {
  readonly name: 'reference' | 'fused';
  /**
   * Builds what does not depend on weights, e.g. compiles GPU programs, so that the first step does not wait for it.
   * @param tell called as parts get ready
   */
  prepare(tell?: (ready: number, total: number) => void): Promise<void>;
  /** True when a model of this shape can run here. */
  supports(config: GPTConfig): boolean;
  /**
   * Puts the weights of a model on the device.
   * @throws RangeError when a parameter is missing or has another shape
   */
  load(config: GPTConfig, arrays: NamedArrays): LoadedModel;
}

/** A model whose weights are on the device. It belongs to who loaded it. */
export interface LoadedModel {
  readonly config: GPTConfig;
  /**
   * Makes the model trainable; at most one learner at a time. It changes the weights in place.
   * @throws RangeError when the saved optimizer state is of another model
   */
  createLearner(trainConfig: TrainConfig, saved?: OptimizerArrays): Learner;
  /** Reads the model's answers; sees the weights as they are at each call. */
  createDecoder(): Decoder;
  /** Reads the weights back as plain data. */
  arrays(): Promise<NamedArrays>;
  /** Frees the weights. Free learners and decoders first. */
  dispose(): void;
}

/** What an update did, as measured before it. */
export interface Outcome {
  /** Mean over the batch's targets that count. */
  readonly lossNats: number;
  /** Global norm of the gradients before clipping. */
  readonly gradNorm: number;
}

/** Changes a model's weights, one update at a time. */
export interface Learner {
  /** Does one update. Its outcome stays on the device until it is asked for, so that nobody waits for the device. */
  update(batch: Batch, learningRate: number): void;
  /** Reads the outcomes of the updates since the last call, oldest first, in one read-back. */
  outcomes(): Promise<Outcome[]>;
  /** The most updates whose outcomes can wait. */
  readonly maxWaiting: number;
  /** The loss on a batch without learning from it, in nats; the mean over the targets that count. */
  loss(batch: Batch): Promise<number>;
  /** The gradients of the loss on a batch, by parameter: for tests. */
  gradients(batch: Batch): Promise<NamedArrays>;
  /** Reads the optimizer's state back. */
  optimizer(): Promise<OptimizerArrays>;
  dispose(): void;
}

/** Asks a model which token comes next. */
export interface Decoder {
  /**
   * The logits that follow each of several sequences.
   *
   * A decoder may keep what it computed: when each sequence is the one of the call before with one token more,
   * only that token is run. A sequence longer than the context keeps its last `blockSize` tokens, counted from 0.
   * @returns one (V) array for each sequence
   */
  logitsAfter(sequences: readonly (readonly number[])[]): Promise<Float32Array[]>;
  dispose(): void;
}
