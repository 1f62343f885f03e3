import {
  backend,
  matMul,
  memory,
  sum,
  tensor,
  tensor1d,
  tidy,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerWasmKernels } from '../../../../src/engine/kernels/wasm';
import { createRandom } from '../../../../src/engine/random';
import { relativeDifference } from '../../../reference/twinAdamW';
import { startCpu, startWasm } from '../nodeBackends';

function randomNumbers(shape: readonly number[], name: string): Float32Array {
  const random = createRandom('kernels').fork(name);
  return Float32Array.from({ length: shape.reduce((size, length) => size * length, 1) }, () =>
    random.normal(),
  );
}

/** The numbers that an operation gives on each of the two backends. */
async function onBoth(operation: () => Tensor): Promise<[wasm: Float32Array, cpu: Float32Array]> {
  const results: Float32Array[] = [];
  for (const start of [startWasm, startCpu]) {
    await start();
    const [tensors, buffers] = [memory().numTensors, backend().numDataIds()];
    const result = operation();
    results.push((await result.data<'float32'>()).slice());
    result.dispose();
    expect(memory().numTensors).toBe(tensors);
    expect(backend().numDataIds()).toBe(buffers);
  }
  const [wasm = new Float32Array(), cpu = new Float32Array()] = results;
  return [wasm, cpu];
}

describe('the repaired wasm kernels', () => {
  beforeAll(startWasm);

  const stacks: readonly (readonly number[])[] = [[], [1], [3], [2, 3]];
  const transposes = [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const;

  it('multiply matrices and stacks of them as the cpu does, transposed or not', async () => {
    for (const stack of stacks) {
      for (const [transposeA, transposeB] of transposes) {
        const aShape = [...stack, ...(transposeA ? [5, 4] : [4, 5])];
        const bShape = [...stack, ...(transposeB ? [6, 5] : [5, 6])];
        const product = (): Tensor =>
          tidy(() => {
            const a = tensor(randomNumbers(aShape, 'a'), aShape);
            const b = tensor(randomNumbers(bShape, 'b'), bShape);
            return matMul(a, b, transposeA, transposeB);
          });
        const [wasm, cpu] = await onBoth(product);
        expect(wasm).toHaveLength(24 * stack.reduce((size, length) => size * length, 1));
        expect(relativeDifference(wasm, cpu), `[${stack}] ${transposeA} ${transposeB}`).toBeLessThan(1e-5);
      }
    }
  });

  it('sum over the first axes and over others as the cpu does', async () => {
    const shape = [3, 4, 5];
    for (const axis of [0, [0], [0, 1], 1, 2, [0, 2], [0, 1, 2], undefined]) {
      for (const keepDims of [false, true]) {
        const [wasm, cpu] = await onBoth(() =>
          tidy(() => sum(tensor(randomNumbers(shape, 'x'), shape), axis, keepDims)),
        );
        expect(relativeDifference(wasm, cpu), `axis ${axis}`).toBeLessThan(1e-6);
      }
    }
  });

  it('add rows to the segments they name, and drop those that name none', async () => {
    await startWasm();
    const rows = tensor([
      [1, 2],
      [10, 20],
      [100, 200],
      [7, 7],
    ]);
    const segments = tensor1d([2, 0, 2, -1], 'int32');
    const sums = unsortedSegmentSum(rows, segments, 3);
    expect(sums.shape).toEqual([3, 2]);
    expect([...(await sums.data())]).toEqual([10, 20, 0, 0, 101, 202]);
    for (const used of [rows, segments, sums]) used.dispose();
  });

  it('stay as they are when they are registered a second time', () => {
    expect(registerWasmKernels).not.toThrow();
  });
});
