import { Tensor, tensor1d } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../../../src/engine/config';
import { disposeParams, paramsFromArrays, readArrays } from '../../../../src/engine/model/parameters';
import { referenceRuntime } from '../../../../src/engine/model/referenceRuntime';
import { createTrainer } from '../../../../src/engine/train/trainer';
import { TOY_CONFIG, toyArrays, toyBatch } from '../../../reference/toyModel';
import { startCpu } from '../nodeBackends';

beforeAll(startCpu);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('reading weights back', () => {
  it('keeps their names, order, shapes and numbers', async () => {
    const arrays = toyArrays(TOY_CONFIG);
    const params = paramsFromArrays(TOY_CONFIG, arrays);
    const read = await readArrays(params.named);
    expect([...read]).toEqual([...arrays]);
    disposeParams(params);
  });

  it('copies them: what is trained later does not change what was read', async () => {
    const tensor = tensor1d([1, 2]);
    const read = await readArrays(new Map([['a', tensor]]));
    read.get('a')?.values.fill(9);
    expect([...(await tensor.data())]).toEqual([1, 2]);
    tensor.dispose();
  });

  it('starts every read before it waits for the first, optimizer state included', async () => {
    const model = referenceRuntime.load(TOY_CONFIG, toyArrays(TOY_CONFIG));
    const trainer = createTrainer({
      model,
      trainConfig: { ...OPTIMIZER_DEFAULTS, batchSize: 2, totalSteps: 2, learningRate: 0.01, warmupSteps: 1 },
      batchAt: (step) => toyBatch(TOY_CONFIG, step),
    });
    const parameters = toyArrays(TOY_CONFIG).size;
    const reads = vi.spyOn(Tensor.prototype, 'data');
    const snapshot = trainer.snapshot();
    expect(reads).toHaveBeenCalledTimes(3 * parameters);
    expect((await snapshot).arrays.size).toBe(parameters);
    trainer.dispose();
    model.dispose();
  });
});
