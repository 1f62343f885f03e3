import { UnsortedSegmentSum, util } from '@tensorflow/tfjs-core';
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { inputOf, wasmBackend } from './backend';

/**
 * Adds each row of `x` to the row of the result that its segment id names.
 *
 * It is the gradient of an embedding look-up, and the one kernel that training needs and wasm lacks.
 * A loop over wasm's memory is enough, because each number is touched once.
 */
export const unsortedSegmentSum: KernelConfig = {
  kernelName: UnsortedSegmentSum,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const wasm = wasmBackend(backend);
    const x = inputOf(inputs, 'x'); // (N, ...)
    const rowShape = x.shape.slice(1);
    const numSegments = Number(attrs?.['numSegments']);
    const out = wasm.makeOutput([numSegments, ...rowShape], 'float32');

    // Views only now: an allocation can move wasm's memory and leave older views empty.
    const sums = wasm.typedArrayFromHeap(out).fill(0);
    const values = wasm.typedArrayFromHeap(x);
    const segmentIds = wasm.typedArrayFromHeap(inputOf(inputs, 'segmentIds')); // (N)
    const size = util.sizeFromShape(rowShape);
    for (const [row, segment] of segmentIds.entries()) {
      if (segment < 0 || segment >= numSegments) continue;
      for (let i = 0; i < size; i++) {
        const target = segment * size + i;
        sums[target] = (sums[target] ?? 0) + (values[row * size + i] ?? 0);
      }
    }
    return out;
  },
};
