import '@tensorflow/tfjs-backend-cpu';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '../../../src/engine/kernels/wasm';

/** Starts the WASM backend in Node, repaired for training. */
export async function startWasm(): Promise<void> {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(`${dirname(main)}/dist/`);
  registerWasmKernels();
  await setBackend('wasm');
}

export async function startCpu(): Promise<void> {
  await setBackend('cpu');
}
