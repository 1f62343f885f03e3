import { scalar, tensor, tensor1d, tensor2d, tidy, variable } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forward, logitsAt } from '../../src/engine/model/gpt';
import { disposeParams, paramsFromArrays } from '../../src/engine/model/parameters';
import type { GPTParams } from '../../src/engine/model/parameters';
import { createAdamW } from '../../src/engine/optim/adamw';
import { clipDivisor, globalNorm } from '../../src/engine/optim/clip';
import { onBackend } from './claimSetUp';
import type { StartBackend } from './claimSetUp';
import { toyArrays, toyBatch, TOY_CONFIG } from './toyModel';
import { adamWPath, relativeDifference } from './twinAdamW';
import { at } from './twinLayers';

function claimForward(): void {
  let params: GPTParams;
  beforeAll(() => {
    params = paramsFromArrays(TOY_CONFIG, toyArrays(TOY_CONFIG));
  });
  afterAll(() => disposeParams(params));
  const { vocabSize: V, blockSize } = TOY_CONFIG;
  const logitsOf = async (ids: Int32Array, B: number, T: number): Promise<Float32Array> => {
    const logits = tidy(() => forward(params, TOY_CONFIG, tensor2d(ids, [B, T], 'int32')));
    const values = await logits.data<'float32'>();
    logits.dispose();
    return values;
  };

  it('cannot look ahead: another token leaves all logits before it exactly as they were', async () => {
    const { B, T, ids } = toyBatch(TOY_CONFIG);
    const changed = ids.slice();
    const t = 3;
    changed[t] = (at(changed, t) + 1) % V;
    const [before, after] = [await logitsOf(ids, B, T), await logitsOf(changed, B, T)];
    expect(after.slice(0, t * V)).toEqual(before.slice(0, t * V));
    expect(relativeDifference(after.slice(t * V, T * V), before.slice(t * V, T * V))).toBeGreaterThan(0.01);
    expect(after.slice(T * V)).toEqual(before.slice(T * V)); // nor do rows see each other
  });

  it('gives at one position of a row what the whole forward pass gives there', async () => {
    const { B, T, ids } = toyBatch(TOY_CONFIG);
    const all = await logitsOf(ids, B, T);
    const some = tidy(() =>
      logitsAt(params, TOY_CONFIG, tensor2d(ids, [B, T], 'int32'), tensor1d([2, T + 4], 'int32')),
    );
    const values = await some.data();
    some.dispose();
    expect(relativeDifference(values.slice(0, V), all.slice(2 * V, 3 * V))).toBeLessThan(1e-5);
    expect(relativeDifference(values.slice(V), all.slice((T + 4) * V, (T + 5) * V))).toBeLessThan(1e-5);
  });

  it('refuses a row longer than its context', () => {
    const tooLong = tensor2d(new Int32Array(blockSize + 1), [1, blockSize + 1], 'int32');
    expect(() => forward(params, TOY_CONFIG, tooLong)).toThrow(/at most 6 tokens a row, got 7/);
    tooLong.dispose();
  });
}

function claimOptimizer(): void {
  it('moves parameters as AdamW in plain numbers does, and lets only matrices decay', async () => {
    const config = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.1 };
    const [matrix, vector] = [variable(tensor([[3, -2]])), variable(tensor([3, -2]))];
    const optimizer = createAdamW(
      new Map([
        ['matrix', matrix],
        ['vector', vector],
      ]),
      config,
    );
    const gradients = [0.5, -0.1, 2, 0, 0.3];
    for (const g of gradients) {
      optimizer.step([tensor([[2 * g, 2 * g]]), tensor([2 * g, 2 * g])], scalar(2), 0.05);
    }
    const decayed = [3, -2].map((start) => adamWPath(start, gradients, 0.05, config).at(-1) ?? NaN);
    const kept = [3, -2].map(
      (start) => adamWPath(start, gradients, 0.05, { ...config, weightDecay: 0 }).at(-1) ?? NaN,
    );
    expect(relativeDifference(await matrix.data(), decayed)).toBeLessThan(1e-5);
    expect(relativeDifference(await vector.data(), kept)).toBeLessThan(1e-5);
    expect((await optimizer.arrays()).updates).toBe(gradients.length);
    optimizer.dispose();
    for (const parameter of [matrix, vector]) parameter.dispose();
  });

  it('shortens long gradients to the clip norm and leaves short ones alone', async () => {
    const gradients = [tensor([[3, 0]]), tensor([4])];
    const norm = globalNorm(gradients);
    const [divisor, one] = [clipDivisor(norm, 2), clipDivisor(norm, 10)];
    expect((await norm.data())[0]).toBeCloseTo(5, 5);
    expect((await divisor.data())[0]).toBeCloseTo(2.5, 5);
    expect((await one.data())[0]).toBe(1);
    for (const used of [...gradients, norm, divisor, one]) used.dispose();
  });
}

/** The claims about single chapters that the reference runtime is composed of. */
export function claimComposition(backend: string, start: StartBackend): void {
  describe(`the chapters of the model on ${backend}`, () => {
    onBackend(backend, start);
    claimForward();
    claimOptimizer();
  });
}
