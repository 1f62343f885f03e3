import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { env } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '../../../engine/kernels/wasm';
import type { Runtime } from '../../../engine/runtime';
import { startBackend } from './start';

// Threads need headers that a static host does not send, and their helper is a blob worker that a strict page
// forbids: the threaded binary is never asked for.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
  'tfjs-backend-wasm.wasm': plainUrl,
  'tfjs-backend-wasm-simd.wasm': simdUrl,
  'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
});
registerWasmKernels();

/** The reference runtime on WASM, with the engine's repairs. */
export function referenceOnWasm(): Promise<Runtime> {
  return startBackend('wasm');
}
