import type { TrainConfig } from '../config';
import type { Batch } from '../data/batch';
import { bitsPerByte } from '../evaluate/bitsPerByte';
import type { NamedArrays } from '../model/shapes';
import type { OptimizerArrays } from '../optim/adamw';
import { learningRateAt } from '../optim/schedule';
import type { LoadedModel, Outcome } from '../runtime';

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
  /** Its weights are changed in place; it stays the caller's. */
  readonly model: LoadedModel;
  readonly trainConfig: TrainConfig;
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
   * Does several updates and reads their losses back together, as many at once as the learner can keep, which
   * spares a GPU the waiting.
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

/** An update to do. */
interface PlannedStep {
  /** Updates done when it is done. */
  readonly step: number;
  readonly batch: Batch;
  readonly counted: number;
  readonly learningRate: number;
}

/** @param index the step's number, from 0 */
function planStep(index: number, trainConfig: TrainConfig, batchAt: TrainerOptions['batchAt']): PlannedStep {
  const batch = batchAt(index);
  const learningRate = learningRateAt(index, trainConfig);
  return { step: index + 1, batch, counted: countTargets(batch), learningRate };
}

function report({ step, batch, counted, learningRate }: PlannedStep, outcome: Outcome): StepReport {
  const { lossNats, gradNorm } = outcome;
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
 * Makes a model learn, one update at a time. It owns the learner that it creates of the model.
 * @throws RangeError when the saved optimizer state is of another model
 */
export function createTrainer({
  model,
  trainConfig,
  batchAt,
  optimizer,
  startStep = 0,
}: TrainerOptions): Trainer {
  const learner = model.createLearner(trainConfig, optimizer);
  let step = startStep;

  /** Does at most `maxWaiting` updates. All are planned before the first, so that a bad batch leaves none half done. */
  const trainTogether = async (count: number): Promise<StepReport[]> => {
    const planned = Array.from({ length: count }, (_, i) => planStep(step + i, trainConfig, batchAt));
    for (const { batch, learningRate } of planned) {
      learner.update(batch, learningRate);
      step += 1;
    }
    const outcomes = await learner.outcomes();
    return planned.map((plan, i) => {
      const outcome = outcomes[i];
      if (!outcome || outcomes.length > count) {
        throw new Error(
          `expected the outcomes of ${count} updates, got ${outcomes.length}; load the model anew`,
        );
      }
      return report(plan, outcome);
    });
  };

  const trainSteps = async (count: number): Promise<StepReport[]> => {
    if (!Number.isInteger(count) || count < 1) {
      throw new RangeError(`expected a whole number of steps, at least one, got ${count}`);
    }
    const reports: StepReport[] = [];
    while (reports.length < count) {
      reports.push(...(await trainTogether(Math.min(count - reports.length, learner.maxWaiting))));
    }
    return reports;
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
      const lossNats = await learner.loss(batch);
      return { lossNats, bitsPerByte: bitsPerByte(lossNats, counted, batch.targetBytes) };
    },
    snapshot: async () => {
      const [arrays, state] = await Promise.all([model.arrays(), learner.optimizer()]);
      return { arrays, optimizer: state };
    },
    dispose: () => learner.dispose(),
  };
}
