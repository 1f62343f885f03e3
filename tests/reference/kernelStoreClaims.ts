import { abs, sum } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { updatesReference } from '../../src/engine/kernels/adamW/reference';
import type { Matrix, WeightBlock } from '../../src/engine/kernels/kernels';
import { itemOf, onShapes } from './kernelBench';
import type { KernelShape, Subject } from './kernelBench';
import { relativeDifference } from './twinAdamW';

const SETTINGS = {
  learningRate: 0.01,
  beta1: 0.9,
  beta2: 0.98,
  epsilon: 1e-8,
  weightDecay: 0.1,
};

/** Blocks of every kind: an embedding, linear layers, a layer norm. */
function blocksOf({ C, T }: KernelShape): WeightBlock[] {
  return [
    { rows: T, columns: C, decayingRows: T },
    { rows: C + 4, columns: 3 * C, decayingRows: C },
    { rows: 4, columns: C, decayingRows: 0 },
    { rows: 4 * C + 4, columns: C, decayingRows: 4 * C },
  ];
}

/** A column of the outcomes of three updates. */
function columnOf(outcomes: Float32Array, column: number): number[] {
  return [0, 1, 2].map((update) => outcomes[4 * update + column] ?? NaN);
}

/** The claims about memory, and about what training changes in it. */
export function claimStoreKernels<M extends Matrix>(subject: () => Subject<M>): void {
  it('hand out matrices of zeros, also where another was freed', async () => {
    const { kernels } = subject();
    const used = kernels.matrix(12, 8);
    kernels.write(used, new Float32Array(96).fill(1));
    kernels.free(used);
    expect(await kernels.read(kernels.matrix(12, 8))).toEqual(new Float32Array(96));
    expect(await kernels.read(kernels.readout(4, 8))).toEqual(new Float32Array(32));
  });

  it('read what was written, and rows of it through a view', async () => {
    const { kernels } = subject();
    const whole = kernels.matrix(12, 8);
    const values = Float32Array.from({ length: 96 }, (_, i) => i);
    kernels.write(whole, values);
    const view = kernels.rowsOf(whole, 4, 4);
    const before = await kernels.read(view);
    expect(before).toEqual(values.slice(32, 64));
    const source = kernels.matrix(8, 8);
    kernels.write(source, values.subarray(32));
    kernels.gelu(kernels.rowsOf(source, 4, 4), view);
    const after = await kernels.read(whole);
    expect(after.slice(0, 32)).toEqual(values.slice(0, 32));
    expect(after.slice(32, 64)).toEqual(values.slice(64)); // gelu leaves large numbers as they are
    expect(before).toEqual(values.slice(32, 64));
  });

  it('start the means of the optimizer at 0 whenever training begins', async () => {
    const { kernels } = subject();
    const store = kernels.weights([{ rows: 8, columns: 8, decayingRows: 4 }]);
    const ones = new Float32Array(64).fill(1);
    for (let round = 0; round < 2; round++) {
      store.prepareTraining();
      for (const part of [store.m, store.v]) {
        expect(await kernels.read(itemOf(part, 0))).toEqual(new Float32Array(64));
        kernels.write(itemOf(part, 0), ones);
      }
      store.endTraining();
      expect([store.gradients, store.m, store.v]).toEqual([[], [], []]);
    }
    store.dispose();
  });

  it('clip gradients and move weights by AdamW, update after update', () =>
    onShapes(async (shape, numbers, told) => {
      const { kernels, bench } = subject();
      const blocks = blocksOf(shape);
      const draw = (size: number) => blocks.map(({ rows, columns }) => numbers.matrix(rows, columns, size));
      const values = (tensors: ReturnType<typeof draw>) =>
        tensors.map((t) => t.dataSync<'float32'>().slice());
      // The first gradients are short enough to stay as they are, the others are clipped.
      const [start, ...gradients] = [1, 0.001, 1, 3].map((size) => values(draw(size)));
      const lossRows = abs(numbers.matrix(40, 1, 1, { rows: 40, columns: 4 }));
      const losses = bench.put(lossRows);
      const outcomes = kernels.readout(4, 4);
      const store = kernels.weights(blocks);
      store.blocks.forEach((block, i) => kernels.write(block, itemOf(start ?? [], i)));
      store.prepareTraining();
      gradients.forEach((given, update) => {
        store.gradients.forEach((gradient, i) => kernels.write(gradient, itemOf(given, i)));
        kernels.update(store, { ...SETTINGS, clipNorm: 1, updates: update + 1 }, losses, outcomes, update);
      });

      const expected = await updatesReference(blocks, start ?? [], gradients, { ...SETTINGS, clipNorm: 1 });
      for (const part of ['blocks', 'm', 'v'] as const) {
        for (const [i, matrix] of store[part].entries()) {
          const difference = relativeDifference(await kernels.read(matrix), itemOf(expected[part], i));
          expect(difference, `${told}: ${part} of block ${i}`).toBeLessThan(1e-5);
        }
      }
      const outcome = await kernels.read(outcomes);
      const totals = [1, 2, 3].map(() => sum(lossRows).dataSync()[0] ?? NaN);
      expect(relativeDifference(columnOf(outcome, 0), totals), `${told}: losses`).toBeLessThan(1e-5);
      for (const [update, norm] of expected.gradNorms.entries()) {
        const found = columnOf(outcome, 1).slice(update, update + 1);
        expect(relativeDifference(found, [norm]), `${told}: norm ${update}`).toBeLessThan(1e-5);
      }
      store.dispose();
    }));
}
