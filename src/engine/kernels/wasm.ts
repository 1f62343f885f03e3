import {
  BatchMatMul,
  getKernel,
  registerKernel,
  unregisterKernel,
  UnsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import { fastBatchMatMul } from './wasm/batchMatMul';
import { unsortedSegmentSum } from './wasm/unsortedSegmentSum';

/**
 * Repairs the wasm backend for training; call it once `@tensorflow/tfjs-backend-wasm` is imported, before or after
 * the backend starts. A second call changes nothing.
 */
export function registerWasmKernels(): void {
  if (getKernel(UnsortedSegmentSum, 'wasm')) return;
  registerKernel(unsortedSegmentSum);
  const original = getKernel(BatchMatMul, 'wasm');
  unregisterKernel(BatchMatMul, 'wasm');
  registerKernel(fastBatchMatMul(original));
}
