import {
  BatchMatMul,
  getKernel,
  registerKernel,
  Sum,
  unregisterKernel,
  UnsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { fastBatchMatMul } from './wasm/batchMatMul';
import { fastSum } from './wasm/sum';
import { unsortedSegmentSum } from './wasm/unsortedSegmentSum';

/**
 * Repairs the wasm backend for training: a missing kernel, and faster ways to two slow ones.
 *
 * Call it once `@tensorflow/tfjs-backend-wasm` is imported, before or after the backend starts. A second call changes
 * nothing.
 */
export function registerWasmKernels(): void {
  if (getKernel(UnsortedSegmentSum, 'wasm')) return;
  registerKernel(unsortedSegmentSum);
  replace(BatchMatMul, fastBatchMatMul);
  replace(Sum, fastSum);
}

function replace(kernelName: string, improve: (original: KernelConfig) => KernelConfig): void {
  const original = getKernel(kernelName, 'wasm');
  unregisterKernel(kernelName, 'wasm');
  registerKernel(improve(original));
}
