import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../../../src/engine/config';
import { referenceRuntime } from '../../../../src/engine/model/referenceRuntime';
import { toyArrays, toyBatch, TOY_CONFIG } from '../../../reference/toyModel';
import { startCpu } from '../nodeBackends';

const TRAIN_CONFIG = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: 10,
  learningRate: 0.01,
  warmupSteps: 1,
};

beforeAll(startCpu);

describe('the learner of the reference runtime', () => {
  it('refuses an update whose outcome it cannot keep, and frees those it kept', () => {
    const before = memory().numTensors;
    const model = referenceRuntime.load(TOY_CONFIG, toyArrays(TOY_CONFIG));
    const learner = model.createLearner(TRAIN_CONFIG);
    for (let i = 0; i < learner.maxWaiting; i++) learner.update(toyBatch(TOY_CONFIG), 0.01);
    expect(() => learner.update(toyBatch(TOY_CONFIG), 0.01)).toThrow(/at most 8 updates.*outcomes\(\)/);
    learner.dispose();
    model.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
