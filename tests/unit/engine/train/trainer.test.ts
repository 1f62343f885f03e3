import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../../../src/engine/config';
import type { TrainConfig } from '../../../../src/engine/config';
import type { Batch } from '../../../../src/engine/data/batch';
import { learningRateAt } from '../../../../src/engine/optim/schedule';
import type { LoadedModel, Outcome } from '../../../../src/engine/runtime';
import { createTrainer, DivergedError } from '../../../../src/engine/train/trainer';
import { toyArrays, toyBatch, TOY_CONFIG } from '../../../reference/toyModel';

const TRAIN_CONFIG: TrainConfig = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: 100,
  learningRate: 0.02,
  warmupSteps: 2,
};

/** A model without arithmetic: its loss at update n is n, and it remembers what it was asked. */
function pretendModel({ maxWaiting = 3, lossOf = (update: number): number => update } = {}) {
  const asked: { readonly updates: [Batch, number][]; readonly readBacks: number[]; disposed: number } = {
    updates: [],
    readBacks: [],
    disposed: 0,
  };
  let waiting: Outcome[] = [];
  const arrays = toyArrays(TOY_CONFIG);
  const model: LoadedModel = {
    config: TOY_CONFIG,
    createLearner: () => ({
      maxWaiting,
      update: (batch, learningRate) => {
        asked.updates.push([batch, learningRate]);
        waiting.push({ lossNats: lossOf(asked.updates.length), gradNorm: 0.5 });
      },
      outcomes: () => {
        asked.readBacks.push(waiting.length);
        const read = waiting;
        waiting = [];
        return Promise.resolve(read);
      },
      loss: () => Promise.resolve(2),
      gradients: () => Promise.resolve(arrays),
      optimizer: () => Promise.resolve({ updates: asked.updates.length, m: arrays, v: arrays }),
      dispose: () => (asked.disposed += 1),
    }),
    createDecoder: () => {
      throw new Error('a trainer asks for no tokens');
    },
    arrays: () => Promise.resolve(arrays),
    dispose: () => {
      throw new Error('the model stays its owner’s');
    },
  };
  return { model, asked };
}

const batchAt = (step: number): Batch => toyBatch(TOY_CONFIG, step);

describe('a trainer', () => {
  it('reads losses back together, as many at once as the learner can keep', async () => {
    const { model, asked } = pretendModel({ maxWaiting: 3 });
    const trainer = createTrainer({ model, trainConfig: TRAIN_CONFIG, batchAt });
    const reports = await trainer.trainSteps(7);
    expect(asked.readBacks).toEqual([3, 3, 1]);
    expect(reports.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(reports.map(({ lossNats }) => lossNats)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(trainer.step).toBe(7);
  });

  it('gives every step its own batch and learning rate, counted from where it starts', async () => {
    const { model, asked } = pretendModel();
    const trainer = createTrainer({ model, trainConfig: TRAIN_CONFIG, batchAt, startStep: 1 });
    const reports = await trainer.trainSteps(2);
    expect(asked.updates).toEqual([1, 2].map((step) => [batchAt(step), learningRateAt(step, TRAIN_CONFIG)]));
    expect(reports.map(({ step }) => step)).toEqual([2, 3]);
    expect(reports.map(({ learningRate }) => learningRate)).toEqual(asked.updates.map(([, rate]) => rate));
  });

  it('counts in bits what the targets that count cost for each byte they spell', async () => {
    const { model } = pretendModel();
    const trainer = createTrainer({ model, trainConfig: TRAIN_CONFIG, batchAt });
    const { lossMask, targetBytes, B, T } = batchAt(0);
    const counted = lossMask.filter((counts) => counts === 1).length;
    const bits = counted / Math.LN2 / targetBytes; // of 1 nat each
    const report = await trainer.trainStep();
    expect(report.bitsPerByte).toBeCloseTo(bits, 12);
    expect([report.tokens, report.gradNorm]).toEqual([B * T, 0.5]);
    const { lossNats, bitsPerByte } = await trainer.evaluateLoss(batchAt(0));
    expect([lossNats, bitsPerByte]).toEqual([2, 2 * report.bitsPerByte]);
  });

  it('stops at the read-back that shows a loss which is no number', async () => {
    const { model, asked } = pretendModel({ lossOf: (update) => (update === 5 ? NaN : 1) });
    const trainer = createTrainer({ model, trainConfig: TRAIN_CONFIG, batchAt });
    const failure = await trainer.trainSteps(20).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DivergedError);
    expect(failure).toMatchObject({ step: 5 });
    expect(asked.updates).toHaveLength(6);
  });

  it('does no step of those that a batch without text stands between, and can go on after it', async () => {
    const { model, asked } = pretendModel();
    let isBroken = true;
    const trainer = createTrainer({
      model,
      trainConfig: TRAIN_CONFIG,
      batchAt: (step) => (step === 1 && isBroken ? { ...batchAt(step), targetBytes: 0 } : batchAt(step)),
    });
    await expect(trainer.trainSteps(3)).rejects.toThrow(/batch with text to predict/);
    expect([asked.updates.length, trainer.step]).toEqual([0, 0]);
    isBroken = false;
    expect((await trainer.trainSteps(2)).map(({ lossNats }) => lossNats)).toEqual([1, 2]);
  });

  it('says so when the learner has updates that are not its own', async () => {
    const { model } = pretendModel();
    const learner = model.createLearner(TRAIN_CONFIG);
    const trainer = createTrainer({
      model: { ...model, createLearner: () => learner },
      trainConfig: TRAIN_CONFIG,
      batchAt,
    });
    learner.update(batchAt(0), 0.1);
    await expect(trainer.trainStep()).rejects.toThrow(/outcomes of 1 updates, got 2/);
  });

  it.each([0, -1, 1.5, NaN])('refuses to do %s steps', async (count) => {
    const trainer = createTrainer({ model: pretendModel().model, trainConfig: TRAIN_CONFIG, batchAt });
    await expect(trainer.trainSteps(count)).rejects.toThrow(/whole number of steps/);
  });

  it('frees its learner and leaves the model to its owner', () => {
    const { model, asked } = pretendModel();
    createTrainer({ model, trainConfig: TRAIN_CONFIG, batchAt }).dispose();
    expect(asked.disposed).toBe(1);
  });
});
