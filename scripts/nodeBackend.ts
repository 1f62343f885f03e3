import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '../src/engine/kernels/wasm';

/** The fastest backend Node has: WASM, with the engine's own kernels. @throws Error when it does not start */
export async function chooseNodeBackend() {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(`${dirname(main)}/dist/`);
  registerWasmKernels();
  if (!(await setBackend('wasm')) || getBackend() !== 'wasm')
    throw new Error('the WASM backend does not start in Node');
  return { backend: 'wasm' as const, reason: 'Node has WASM.', renderer: null, isContextLost: () => false };
}
