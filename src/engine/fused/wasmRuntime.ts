import { createWasmKernels } from '../kernels/wasmKernels';
import type { Runtime } from '../runtime';
import { createFusedRuntime } from './fusedRuntime';

/**
 * Fused kernels in WebAssembly.
 * @param module `../kernels/fused.wasm`, compiled; every model gets an instance with memory of its own
 */
export function fusedOnWasm(module: WebAssembly.Module): Runtime {
  return createFusedRuntime({
    prepare: () => Promise.resolve(),
    open: () => createWasmKernels(module),
  });
}
