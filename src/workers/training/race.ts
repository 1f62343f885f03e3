import { PRESETS, trainConfigOf } from '../../engine/config';
import { TIMED_STEP } from '../../engine/cost';
import type { Batch } from '../../engine/data/batch';
import { initialArrays } from '../../engine/model/init';
import { createRandom } from '../../engine/random';
import type { Learner, Runtime } from '../../engine/runtime';

/** What came of timing a runtime. */
export interface Timing {
  /** Of a training step, without the first one. */
  readonly msPerStep: number;
  /** Before the first step, so that two runtimes can be compared. */
  readonly lossNats: number;
}

/** Time for steps after the first one. */
const TIMED_MS = 250;
/** A first step that takes longer than this has to do. */
const LONG_MS = 1000;
/** A run does steps together while they take no longer than this; so does the race, because that spares waiting. */
const TOGETHER_MS = 25;
const MAX_TOGETHER = 8;

/** Tokens without meaning: they take as long as any. */
function anyBatch(): Batch {
  const { config, batchSize: B } = TIMED_STEP;
  const T = config.blockSize;
  const random = createRandom('race');
  const tokens = (): Int32Array => Int32Array.from({ length: B * T }, () => random.int(config.vocabSize));
  const lossMask = new Float32Array(B * T).fill(1);
  return { B, T, ids: tokens(), targets: tokens(), lossMask, targetBytes: B * T };
}

/** Does steps and waits for them. @throws Error when a loss is not a number; returns the first */
async function step(learner: Learner, batch: Batch, times: number): Promise<number> {
  for (let i = 0; i < times; i++) learner.update(batch, 1e-3);
  const outcomes = await learner.outcomes();
  const losses = outcomes.map(({ lossNats }) => lossNats);
  if (losses.length !== times || !losses.every(Number.isFinite)) {
    throw new Error(`expected ${times} losses, got ${losses.join(', ')}`);
  }
  return losses[0] ?? NaN;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Times training steps of preset nano, for about a quarter of a second after the first one.
 * @param now milliseconds from any origin
 * @throws Error when a loss is not a number, or whatever the runtime throws
 */
export async function timeSteps(runtime: Runtime, now: () => number): Promise<Timing> {
  const { config } = TIMED_STEP;
  const batch = anyBatch();
  const model = runtime.load(config, initialArrays(config, createRandom('race')));
  const learner = model.createLearner(trainConfigOf(PRESETS.nano, 'pretrain'));
  try {
    const beganAtMs = now();
    const lossNats = await step(learner, batch, 1);
    const firstMs = now() - beganAtMs;
    // Nobody should wait for a second one.
    if (firstMs > LONG_MS) return { msPerStep: firstMs, lossNats };
    const mostTogether = Math.min(MAX_TOGETHER, learner.maxWaiting);
    const perStep: number[] = [];
    let times = 1;
    for (let spentMs = 0; spentMs < TIMED_MS;) {
      const startedAtMs = now();
      await step(learner, batch, times);
      const ms = now() - startedAtMs;
      spentMs += ms;
      perStep.push(ms / times);
      const fitting = Math.floor((TOGETHER_MS * times) / Math.max(ms, 1));
      times = Math.max(1, Math.min(mostTogether, fitting));
    }
    return { msPerStep: median(perStep), lossNats };
  } finally {
    learner.dispose();
    model.dispose();
  }
}
