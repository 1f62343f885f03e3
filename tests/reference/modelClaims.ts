import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { TrainConfig } from '../../src/engine/config';
import type { Batch } from '../../src/engine/data/batch';
import type { NamedArrays } from '../../src/engine/model/shapes';
import type { Learner, LoadedModel, Runtime } from '../../src/engine/runtime';
import { useRuntime, withModel } from './claimSetUp';
import type { Subject } from './claimSetUp';
import { toyArrays, toyBatch, TOY_CONFIG } from './toyModel';
import { adamWPath, relativeDifference } from './twinAdamW';
import { runTwin } from './twinGpt';
import { at } from './twinLayers';

/** Logits, loss and gradients may differ from the twin by this share of an array's largest entry. */
const TWIN_TOLERANCE = 1e-4;

const TRAIN_CONFIG: TrainConfig = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: 10,
  learningRate: 0.02,
  warmupSteps: 1,
  clipNorm: 0.3,
};

const BATCH = toyBatch(TOY_CONFIG);

/** A learner of the toy model for the length of `task`. */
function withLearner<T>(
  { runtime }: { readonly runtime: Runtime },
  task: (learner: Learner, model: LoadedModel) => Promise<T>,
  arrays: NamedArrays = toyArrays(TOY_CONFIG),
): Promise<T> {
  return withModel(runtime, TOY_CONFIG, arrays, async (model) => {
    const learner = model.createLearner(TRAIN_CONFIG);
    try {
      return await task(learner, model);
    } finally {
      learner.dispose();
    }
  });
}

/** The length of all arrays taken as one vector. */
function normOf(arrays: NamedArrays): number {
  let squares = 0;
  for (const { values } of arrays.values()) for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}

function scaled(arrays: NamedArrays, factor: number): NamedArrays {
  return new Map(
    [...arrays].map(([name, { shape, values }]) => [
      name,
      { shape, values: values.map((value) => factor * value) },
    ]),
  );
}

/** The arrays moved by `distance` along a direction. */
function moved(arrays: NamedArrays, direction: NamedArrays, distance: number): NamedArrays {
  const steps = scaled(direction, distance / normOf(direction));
  return new Map(
    [...arrays].map(([name, { shape, values }]) => {
      const step = steps.get(name)?.values ?? [];
      return [name, { shape, values: values.map((value, i) => value + at(step, i)) }];
    }),
  );
}

/** The batch with another token at one place. */
function withOther(batch: Batch, field: 'ids' | 'targets', index: number): Batch {
  const tokens = batch[field].slice();
  tokens[index] = (at(tokens, index) + 1) % TOY_CONFIG.vocabSize;
  return { ...batch, [field]: tokens };
}

/** The batch in which the targets from `start` to before `end` count, and no others. */
function counting(batch: Batch, start: number, end: number): Batch {
  return { ...batch, lossMask: batch.lossMask.map((_, i) => (i >= start && i < end ? 1 : 0)) };
}

function claimTwin(host: { readonly runtime: Runtime }): void {
  const plain = [...toyArrays(TOY_CONFIG)].map(
    ([name, { values }]) => [name, Float64Array.from(values)] as const,
  );
  const twin = runTwin(TOY_CONFIG, new Map(plain), BATCH);

  it('gives the logits of the plain-array twin at every position', async () => {
    const { B, T, ids } = BATCH;
    const V = TOY_CONFIG.vocabSize;
    await withModel(host.runtime, TOY_CONFIG, toyArrays(TOY_CONFIG), async (model) => {
      const decoder = model.createDecoder();
      for (let t = 0; t < T; t++) {
        const read = Array.from({ length: B }, (_, b) => [...ids.subarray(b * T, b * T + t + 1)]);
        const rows = await decoder.logitsAfter(read);
        expect(rows).toHaveLength(B);
        for (const [b, logits] of rows.entries()) {
          const expected = twin.logits.slice((b * T + t) * V, (b * T + t + 1) * V);
          expect(relativeDifference(logits, expected), `row ${b}, position ${t}`).toBeLessThan(
            TWIN_TOLERANCE,
          );
        }
      }
      decoder.dispose();
    });
  });

  it('gives the loss and every gradient of the plain-array twin', async () => {
    await withLearner(host, async (learner) => {
      expect(Math.abs((await learner.loss(BATCH)) - twin.loss)).toBeLessThan(TWIN_TOLERANCE * twin.loss);
      const gradients = await learner.gradients(BATCH);
      expect([...gradients.keys()].sort()).toEqual([...twin.gradients.keys()].sort());
      for (const [name, { values }] of gradients) {
        expect(relativeDifference(values, twin.gradients.get(name) ?? []), name).toBeLessThan(TWIN_TOLERANCE);
      }
    });
  });

  it('changes its loss along its gradient as steeply as the gradient says', async () => {
    const arrays = toyArrays(TOY_CONFIG);
    const gradients = await withLearner(host, (learner) => learner.gradients(BATCH));
    const h = 0.01;
    const lossAt = (distance: number): Promise<number> =>
      withLearner(host, (learner) => learner.loss(BATCH), moved(arrays, gradients, distance));
    const slope = ((await lossAt(h)) - (await lossAt(-h))) / (2 * h);
    expect(Math.abs(slope / normOf(gradients) - 1)).toBeLessThan(2e-3);
  });
}

function claimUpdate(host: { readonly runtime: Runtime }): void {
  it('tells the loss and the length of the gradients of each update, as they were before it', async () => {
    await withLearner(host, async (learner) => {
      const expected: { lossNats: number; gradNorm: number }[] = [];
      const told: typeof expected = [];
      for (let i = 0; i < 3; i++) {
        expected.push({
          lossNats: await learner.loss(BATCH),
          gradNorm: normOf(await learner.gradients(BATCH)),
        });
        learner.update(BATCH, 0.01);
        if (i !== 1) told.push(...(await learner.outcomes())); // the second waits for the third
      }
      const numbers = (outcomes: typeof expected) =>
        outcomes.flatMap(({ lossNats, gradNorm }) => [lossNats, gradNorm]);
      expect(relativeDifference(numbers(told), numbers(expected))).toBeLessThan(1e-5);
      expect(at(numbers(told), 4)).toBeLessThan(at(numbers(told), 0));
      expect(await learner.outcomes()).toEqual([]);
    });
  });

  it('lets as many outcomes wait as it says', async () => {
    await withLearner(host, async (learner) => {
      const alone: unknown[] = [];
      for (let i = 0; i < learner.maxWaiting; i++) learner.update(toyBatch(TOY_CONFIG, i), 0.01);
      const together = await learner.outcomes();
      await withLearner(host, async (other) => {
        for (let i = 0; i < learner.maxWaiting; i++) {
          other.update(toyBatch(TOY_CONFIG, i), 0.01);
          alone.push(...(await other.outcomes()));
        }
      });
      expect(together).toEqual(alone);
      expect(together).toHaveLength(learner.maxWaiting);
    });
  });

  it('moves every weight as AdamW in plain numbers does, clipped, and lets only matrices decay', async () => {
    const rate = TRAIN_CONFIG.learningRate;
    const before = toyArrays(TOY_CONFIG);
    await withLearner(host, async (learner, model) => {
      const seen: NamedArrays[] = [];
      for (let i = 0; i < 3; i++) {
        const gradients = await learner.gradients(BATCH);
        expect(normOf(gradients)).toBeGreaterThan(TRAIN_CONFIG.clipNorm);
        seen.push(scaled(gradients, TRAIN_CONFIG.clipNorm / normOf(gradients)));
        learner.update(BATCH, rate);
      }
      for (const [name, { shape, values }] of await model.arrays()) {
        const settings = { ...TRAIN_CONFIG, weightDecay: shape.length > 1 ? TRAIN_CONFIG.weightDecay : 0 };
        const expected = Array.from(before.get(name)?.values ?? [], (start, i) => {
          const gradients = seen.map((clipped) => at(clipped.get(name)?.values ?? [], i));
          return at(adamWPath(start, gradients, rate, settings), seen.length - 1);
        });
        expect(relativeDifference(values, expected), name).toBeLessThan(1e-5);
      }
      expect((await learner.optimizer()).updates).toBe(seen.length);
    });
  });
}

function claimSight(host: { readonly runtime: Runtime }): void {
  const { T } = BATCH;

  it('cannot look ahead: another token leaves the loss of what comes before it exactly as it was', async () => {
    const t = 3;
    const changed = withOther(BATCH, 'ids', t);
    await withLearner(host, async (learner) => {
      const lossOf = (batch: Batch, start: number, end: number) => learner.loss(counting(batch, start, end));
      expect(await lossOf(changed, 0, t)).toBe(await lossOf(BATCH, 0, t));
      for (let later = t; later < T; later++) {
        expect(await lossOf(changed, later, later + 1)).not.toBe(await lossOf(BATCH, later, later + 1));
      }
      expect(await lossOf(changed, T, 2 * T)).toBe(await lossOf(BATCH, T, 2 * T)); // nor do rows see each other
    });
  });

  it('learns nothing from positions after the last target that counts', async () => {
    const { wpe } = await withLearner(host, async (learner) => {
      const gradients = await learner.gradients(counting(BATCH, 0, 3));
      return { wpe: gradients.get('wpe')?.values ?? new Float32Array() };
    });
    const unseen = wpe.subarray(3 * TOY_CONFIG.nEmbd);
    expect(unseen.some((slope) => slope !== 0)).toBe(false);
    expect(unseen).toHaveLength((TOY_CONFIG.blockSize - 3) * TOY_CONFIG.nEmbd);
    expect(wpe.subarray(0, 3 * TOY_CONFIG.nEmbd).every((slope) => slope !== 0)).toBe(true);
  });

  it('takes no notice of targets that the mask leaves out', async () => {
    const masked = BATCH.lossMask.findIndex((counts) => counts === 0);
    await withLearner(host, async (learner) => {
      const loss = await learner.loss(BATCH);
      expect(await learner.loss(withOther(BATCH, 'targets', masked))).toBe(loss);
      expect(await learner.loss(withOther(BATCH, 'targets', masked - 1))).not.toBe(loss);
    });
  });
}

function claimWeights(host: { readonly runtime: Runtime }): void {
  it('gives its weights back as they were loaded, in their order', async () => {
    const arrays = toyArrays(TOY_CONFIG);
    const read = await withModel(host.runtime, TOY_CONFIG, arrays, (model) => model.arrays());
    expect([...read]).toEqual([...arrays]);
  });

  it('refuses weights and optimizer state of another model', async () => {
    const other = { ...TOY_CONFIG, nLayer: 1, vocabSize: 12 };
    expect(() => host.runtime.load(TOY_CONFIG, toyArrays(other))).toThrow(RangeError);
    expect(() => host.runtime.load(TOY_CONFIG, new Map())).toThrow(RangeError);
    const saved = await withModel(host.runtime, other, toyArrays(other), async (model) => {
      const learner = model.createLearner(TRAIN_CONFIG);
      const state = await learner.optimizer();
      learner.dispose();
      return state;
    });
    await withModel(host.runtime, TOY_CONFIG, toyArrays(TOY_CONFIG), async (model) => {
      expect(() => model.createLearner(TRAIN_CONFIG, saved)).toThrow(RangeError);
      await Promise.resolve();
    });
  });
}

/** The claims about the model: what it computes, and which way it says to go. */
export function claimModel(subject: Subject): void {
  describe(`the model on ${subject.backend}`, () => {
    const host = useRuntime(subject);
    it('can be this small', () => {
      expect(host.runtime.supports(TOY_CONFIG)).toBe(true);
    });
    claimTwin(host);
    claimUpdate(host);
    claimSight(host);
    claimWeights(host);
  });
}
