import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { TrainConfig } from '../../src/engine/config';
import { initialArrays } from '../../src/engine/model/init';
import { referenceRuntime } from '../../src/engine/model/referenceRuntime';
import type { NamedArrays } from '../../src/engine/model/shapes';
import type { OptimizerArrays } from '../../src/engine/optim/adamw';
import { createRandom } from '../../src/engine/random';
import type { Runtime } from '../../src/engine/runtime';
import { generateBatch } from '../../src/engine/sample/generate';
import { createTrainer } from '../../src/engine/train/trainer';
import type { StepReport } from '../../src/engine/train/trainer';
import { useRuntime, withModel } from './claimSetUp';
import type { OpenRuntime, StartBackend } from './claimSetUp';
import { claimSameLogits } from './decoderClaims';
import { circleBatch, ODD_SHAPES, seededTokens } from './oddShapes';
import type { Shape } from './oddShapes';
import { relativeDifference } from './twinAdamW';

const STEPS = 20;

const TRAIN_CONFIG: TrainConfig = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: STEPS,
  learningRate: 0.01,
  warmupSteps: 5,
  clipNorm: 0.5,
};

/** A moment of a training run. */
interface Moment {
  readonly step: number;
  readonly arrays: NamedArrays;
  readonly optimizer?: OptimizerArrays;
}

function startOf({ config }: Shape): Moment {
  return { step: 0, arrays: initialArrays(config, createRandom(11)) };
}

/** Trains from one moment to a later step. */
function trainTo(
  runtime: Runtime,
  { config, B }: Shape,
  from: Moment,
  step: number,
): Promise<{ reports: StepReport[]; reached: Moment; otherLoss: number }> {
  return withModel(runtime, config, from.arrays, async (model) => {
    const batchAt = (index: number) => circleBatch(config, index, B);
    const { optimizer } = from;
    const trainer = createTrainer({
      model,
      trainConfig: TRAIN_CONFIG,
      batchAt,
      optimizer,
      startStep: from.step,
    });
    const reports = await trainer.trainSteps(step - from.step);
    const { lossNats } = await trainer.evaluateLoss(circleBatch(config, STEPS, B + 2));
    const reached = { step, ...(await trainer.snapshot()) };
    trainer.dispose();
    return { reports, reached, otherLoss: lossNats };
  });
}

/** What a model writes after prompts of different lengths, to beyond its context. */
function greedyTokens(runtime: Runtime, { config }: Shape, arrays: NamedArrays): Promise<number[][]> {
  return withModel(runtime, config, arrays, async (model) => {
    const decoder = model.createDecoder();
    const settings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: config.blockSize + 4 };
    const circle = seededTokens(config, config.blockSize, 'circle');
    const requests = [2, 7].map((length) => ({ promptIds: circle.slice(0, length), seed: 1 }));
    const rows = await generateBatch({ decoder, config, settings, requests });
    decoder.dispose();
    return rows;
  });
}

const lossesOf = (reports: readonly StepReport[]): number[] => reports.map(({ lossNats }) => lossNats);

/** The largest difference between two numbers of the same place, as a share of the expected one. */
function worstShare(actual: readonly number[], expected: readonly number[]): number {
  expect(actual).toHaveLength(expected.length);
  return Math.max(...expected.map((value, i) => relativeDifference([actual[i] ?? NaN], [value])));
}

function claimSameTraining(host: { readonly runtime: Runtime }, shape: Shape): void {
  it(`trains as the reference does, with ${shape.what}: losses to 1e-5, then the same greedy tokens`, async () => {
    expect(host.runtime.supports(shape.config)).toBe(true);
    const expected = await trainTo(referenceRuntime, shape, startOf(shape), STEPS);
    const actual = await trainTo(host.runtime, shape, startOf(shape), STEPS);
    const norms = expected.reports.map(({ gradNorm }) => gradNorm);
    expect(norms.filter((norm) => norm > TRAIN_CONFIG.clipNorm).length).toBeGreaterThan(STEPS / 2);
    expect(worstShare(lossesOf(actual.reports), lossesOf(expected.reports))).toBeLessThan(1e-5);
    expect(
      worstShare(
        actual.reports.map(({ gradNorm }) => gradNorm),
        norms,
      ),
    ).toBeLessThan(1e-4);
    expect(worstShare([actual.otherLoss], [expected.otherLoss])).toBeLessThan(1e-5);
    const written = await greedyTokens(referenceRuntime, shape, expected.reached.arrays);
    expect(await greedyTokens(host.runtime, shape, actual.reached.arrays)).toEqual(written);
    expect(new Set(written.flat()).size).toBeGreaterThan(2);
  });
}

function claimSameState(host: { readonly runtime: Runtime }, shape: Shape): void {
  it(`saves what the reference can go on from, and the other way round, with ${shape.what}`, async () => {
    const half = STEPS / 2;
    const whole = await trainTo(referenceRuntime, shape, startOf(shape), STEPS);
    const later = lossesOf(whole.reports).slice(half);
    for (const [first, second] of [
      [host.runtime, referenceRuntime],
      [referenceRuntime, host.runtime],
    ] as const) {
      const { reached } = await trainTo(first, shape, startOf(shape), half);
      expect(reached.optimizer?.updates).toBe(half);
      const { reports, reached: end } = await trainTo(second, shape, reached, STEPS);
      expect(worstShare(lossesOf(reports), later)).toBeLessThan(1e-5);
      for (const [name, { shape: size, values }] of end.optimizer?.v ?? []) {
        expect(size).toEqual(whole.reached.optimizer?.v.get(name)?.shape);
        const expected = whole.reached.optimizer?.v.get(name)?.values ?? [];
        expect(relativeDifference(values, expected), name).toBeLessThan(1e-3);
      }
    }
  });
}

/**
 * That a runtime does what the reference does from equal weights, at sizes that are not round.
 * @param device the backend on which the reference runs beside it
 */
export function claimSameAsReference(device: string, start: StartBackend, openRuntime: OpenRuntime): void {
  describe(`beside the reference on ${device}`, () => {
    const host = useRuntime({ backend: device, start, open: openRuntime });
    for (const shape of ODD_SHAPES) claimSameTraining(host, shape);
    for (const shape of ODD_SHAPES.slice(0, 2)) {
      claimSameState(host, shape);
      claimSameLogits(host, shape);
    }
  });
}
