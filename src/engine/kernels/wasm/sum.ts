import { util } from '@tensorflow/tfjs-core';
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { inputOf, wasmBackend } from './backend';

/**
 * Adds up rows without turning the matrix first.
 *
 * Every gradient of a bias, a gain or a shift is a sum over rows. TensorFlow.js' own kernel transposes to sum along
 * the last axis: 4.9 ms for 1,792 rows of 384, against 1.3 ms for adding row after row.
 */
export function fastSum(original: KernelConfig): KernelConfig {
  return {
    ...original,
    kernelFunc: (call) => {
      const wasm = wasmBackend(call.backend);
      const x = inputOf(call.inputs, 'x');
      const axis = call.attrs?.['axis'];
      const axes: unknown[] = Array.isArray(axis) ? axis : [axis];
      const isLeading = axes.length < x.shape.length && axes.every((each, i) => each === i);
      if (!isLeading || x.dtype !== 'float32' || call.attrs?.['keepDims']) return original.kernelFunc(call);

      const rowShape = x.shape.slice(axes.length);
      const out = wasm.makeOutput(rowShape, 'float32');
      const values = wasm.typedArrayFromHeap(x);
      const size = util.sizeFromShape(rowShape);
      const sums = new Float64Array(size);
      for (let start = 0; start < values.length; start += size) {
        for (let i = 0; i < size; i++) sums[i] = (sums[i] ?? 0) + (values[start + i] ?? 0);
      }
      wasm.typedArrayFromHeap(out).set(sums);
      return out;
    },
  };
}
