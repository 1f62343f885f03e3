import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fusedOnWasm } from '../src/engine/fused/wasmRuntime';
import type { ChosenBackend } from '../src/workers/training/backend';

/** The fastest backend Node has: the fused kernels in WASM, which run every preset. */
export async function chooseNodeBackend(): Promise<ChosenBackend> {
  const file = readFileSync(resolve('src/engine/kernels/fused.wasm'));
  const runtime = fusedOnWasm(await WebAssembly.compile(file));
  await runtime.prepare();
  return {
    backend: 'wasm',
    reason: 'Node has WASM.',
    renderer: null,
    paces: {},
    runtimeFor: () => Promise.resolve(runtime),
    isContextLost: () => false,
  };
}
