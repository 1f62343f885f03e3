import { PRESETS, type GPTConfig, type Preset } from './config';

/** A model and its batch: what one training step has to compute. */
export interface StepShape {
  readonly config: GPTConfig;
  readonly batchSize: number;
}

/** The step that machines are timed with: preset nano with the tokens that came with the app. */
export const TIMED_STEP: StepShape = stepShapeOf(PRESETS.nano, 768);

/** What a step of a preset computes. */
export function stepShapeOf({ shape, batchSize }: Preset, vocabSize: number): StepShape {
  return { config: { ...shape, vocabSize }, batchSize };
}

/**
 * Floating-point operations of one training step, up to what matters.
 *
 * Every weight of a matrix is used once for every token: a multiplication and an addition going forward, and
 * twice that going back, for the gradients of weights and of inputs. Attention multiplies queries with keys and
 * scores with values, `T * C` each, for every token and block.
 */
export function stepFlops({ config, batchSize }: StepShape): number {
  const { nLayer, nEmbd: C, blockSize: T, vocabSize: V } = config;
  const tokens = batchSize * T;
  const weights = 12 * nLayer * C * C + V * C;
  const attention = 2 * nLayer * T * C;
  return 3 * 2 * tokens * (weights + attention);
}

/** What machines are compared by. */
export interface MeasuredSpeed {
  /** Milliseconds of `TIMED_STEP`. */
  readonly timedMs: number;
  readonly isGraphics: boolean;
}

/** GPU programs of a step: those of one block, in units of those of all the rest. */
const PROGRAMS_OF_A_BLOCK = 26 / 18;

/**
 * Expected milliseconds of a training step, from those of `TIMED_STEP` on the same machine.
 *
 * On WASM the time follows the operations. On a graphics processor it is partly that of starting programs, however
 * little they compute: the time grows at most as fast as the faster growing of the two, and that is what is expected.
 */
export function expectedMsPerStep({ timedMs, isGraphics }: MeasuredSpeed, step: StepShape): number {
  const byOperations = stepFlops(step) / stepFlops(TIMED_STEP);
  if (!isGraphics) return timedMs * byOperations;
  const programs = ({ config }: StepShape): number => 1 + PROGRAMS_OF_A_BLOCK * config.nLayer;
  return timedMs * Math.max(byOperations, programs(step) / programs(TIMED_STEP));
}

/** What a run does beside its steps, as a share of their time: it measures, writes samples and saves. A fifth to a third at nano. */
const BESIDE_STEPS = 0.25;

/** Expected seconds of a run. */
export function expectedSeconds(speed: MeasuredSpeed, step: StepShape, totalSteps: number): number {
  return (totalSteps * expectedMsPerStep(speed, step) * (1 + BESIDE_STEPS)) / 1000;
}
