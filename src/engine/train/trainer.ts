import { concat, reshape, stack, tidy } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { GPTConfig, TrainConfig } from '../config';
import type { Batch } from '../data/batch';
import { bitsPerByte } from '../evaluate/bitsPerByte';
import { readArrays } from '../model/parameters';
import type { GPTParams } from '../model/parameters';
import type { NamedArrays } from '../model/shapes';
import { createAdamW } from '../optim/adamw';
import type { OptimizerArrays } from '../optim/adamw';
import { clipDivisor, globalNorm } from '../optim/clip';
import { learningRateAt } from '../optim/schedule';
import { batchLoss, lossAndGradients } from './batchLoss';

/** What one update did. */
export interface StepReport {
  /** Updates done, this one included. */
  readonly step: number;
  /** Mean over the batch's targets that count, before this update. */
  readonly lossNats: number;
  /** The same loss in a unit that does not depend on the tokenizer. */
  readonly bitsPerByte: number;
  readonly learningRate: number;
  /** Global norm of the gradients before clipping. */
  readonly gradNorm: number;
  /** Tokens the model read in this step. */
  readonly tokens: number;
}

/** The loss stopped being a number: the weights are of no more use, go back to a saved point. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
  constructor(readonly step: number) {
    super(
      `training diverged: expected a finite loss at step ${step}, got NaN or infinity; ` +
        'go back to a saved point and train with a smaller learning rate',
    );
  }
}

export interface TrainerOptions {
  readonly config: GPTConfig;
  readonly trainConfig: TrainConfig;
  /** Updated in place; they stay the caller's. */
  readonly params: GPTParams;
  /** The batch of a step, counted from 0; it must depend on the step only, so that a resumed run sees the same. */
  readonly batchAt: (step: number) => Batch;
  /** The state to continue from; without it the optimizer starts fresh. */
  readonly optimizer?: OptimizerArrays | undefined;
  /** Updates done before, 0 for a new run. */
  readonly startStep?: number;
}

export interface Trainer {
  /** Updates done. */
  readonly step: number;
  /** Does one update. @throws DivergedError when the loss is not finite */
  trainStep(): Promise<StepReport>;
  /**
   * Does several updates and reads their losses back at once, which spares a GPU the waiting.
   * @throws DivergedError when one of the losses is not finite; the updates after it were done in vain
   */
  trainSteps(count: number): Promise<StepReport[]>;
  /** The loss on a batch, without learning from it. */
  evaluateLoss(batch: Batch): Promise<{ lossNats: number; bitsPerByte: number }>;
  /** Reads weights and optimizer state back, to be saved. Both are of the same step if no step runs meanwhile. */
  snapshot(): Promise<{ arrays: NamedArrays; optimizer: OptimizerArrays }>;
  /** Frees the optimizer's state. */
  dispose(): void;
}

/** Targets of a batch that count. @throws RangeError when there are none, or they spell no text */
function countTargets({ lossMask, targetBytes }: Batch): number {
  const counted = lossMask.reduce((total, counts) => total + counts, 0);
  if (counted === 0 || targetBytes === 0) {
    throw new RangeError(
      `expected a batch with text to predict, got ${counted} targets of ${targetBytes} bytes; check its loss mask`,
    );
  }
  return counted;
}

/** An update whose loss has not been read back yet. */
interface QueuedStep {
  readonly step: number;
  readonly batch: Batch;
  readonly counted: number;
  readonly learningRate: number;
  /** (2), loss and gradient norm */
  readonly outcome: Tensor1D;
}

function report(queued: QueuedStep, lossNats: number, gradNorm: number): StepReport {
  const { step, batch, counted, learningRate } = queued;
  if (!Number.isFinite(lossNats) || !Number.isFinite(gradNorm)) throw new DivergedError(step);
  return {
    step,
    lossNats,
    bitsPerByte: bitsPerByte(lossNats, counted, batch.targetBytes),
    learningRate,
    gradNorm,
    tokens: batch.B * batch.T,
  };
}

/**
 * Makes a model learn, one update at a time.
 * @throws RangeError when the saved optimizer state is of another model
 */
export function createTrainer(options: TrainerOptions): Trainer {
  const { config, trainConfig, params, batchAt } = options;
  const optimizer = createAdamW(params.named, trainConfig, options.optimizer);
  let step = options.startStep ?? 0;

  /** One update. @returns (2), its loss and gradient norm, still on the backend */
  const update = (batch: Batch, learningRate: number): Tensor1D =>
    tidy(() => {
      const { loss, gradients } = lossAndGradients(params, config, batch);
      const norm = globalNorm(gradients);
      optimizer.step(gradients, clipDivisor(norm, trainConfig.clipNorm), learningRate);
      return concat([reshape(loss, [1]), reshape(norm, [1])]);
    });

  const trainSteps = async (count: number): Promise<StepReport[]> => {
    if (!(count >= 1)) throw new RangeError(`expected at least one step, got ${count}`);
    const queued: QueuedStep[] = [];
    for (let i = 0; i < count; i++) {
      const batch = batchAt(step);
      const counted = countTargets(batch);
      const learningRate = learningRateAt(step, trainConfig);
      const outcome = update(batch, learningRate);
      step += 1;
      queued.push({ step, batch, counted, learningRate, outcome });
    }
    const outcomes = tidy(() => stack(queued.map(({ outcome }) => outcome))); // (count, 2)
    queued.forEach(({ outcome }) => outcome.dispose());
    const values = await outcomes.data();
    outcomes.dispose();
    return queued.map((queuedStep, i) => report(queuedStep, values[2 * i] ?? NaN, values[2 * i + 1] ?? NaN));
  };

  return {
    get step() {
      return step;
    },
    trainSteps,
    trainStep: async () => {
      const [done] = await trainSteps(1);
      if (!done) throw new Error('one step gives one report');
      return done;
    },
    evaluateLoss: async (batch) => {
      const counted = countTargets(batch);
      const loss = batchLoss(params, config, batch);
      const [lossNats = NaN] = await loss.data();
      loss.dispose();
      return { lossNats, bitsPerByte: bitsPerByte(lossNats, counted, batch.targetBytes) };
    },
    snapshot: async () => {
      const [arrays, state] = await Promise.all([readArrays(params.named), optimizer.arrays()]);
      return { arrays, optimizer: state };
    },
    dispose: () => optimizer.dispose(),
  };
}
