import type { GPTConfig } from '../../engine/config';
import { fusedOnWasm } from '../../engine/fused/wasmRuntime';
import { fusedOnWebGL } from '../../engine/fused/webglRuntime';
import fusedUrl from '../../engine/kernels/fused.wasm?url';
import type { Runtime } from '../../engine/runtime';
import { compileModule } from './wasmModule';

/** The runtime to load a model of some shape with: the fast one where it can, the reference where it must. */
export type RuntimeFor = (config: GPTConfig) => Promise<Runtime>;

/** How models are computed on one backend. TensorFlow.js is fetched only where it is needed. */
export interface Runtimes {
  /** What models of the usual shapes run on. */
  readonly usual: Runtime;
  readonly runtimeFor: RuntimeFor;
}

function withReference(usual: Runtime, openReference: () => Promise<Runtime>): Runtimes {
  const runtimeFor: RuntimeFor = async (config) => (usual.supports(config) ? usual : await openReference());
  return { usual, runtimeFor };
}

function onlyReference(reference: Runtime): Runtimes {
  return withReference(reference, () => Promise.resolve(reference));
}

/** Opens what computes on each backend; each throws or rejects when it does not start. */
export interface RuntimeOpeners {
  readonly webgl: (gl: WebGL2RenderingContext) => Runtimes;
  readonly wasm: () => Promise<Runtimes>;
  readonly cpu: () => Promise<Runtimes>;
}

/** The runtimes of a browser. */
export const RUNTIMES: RuntimeOpeners = {
  webgl: (gl) =>
    withReference(fusedOnWebGL(gl), async () => (await import('./tensorflow/webgl')).referenceOnWebGL(gl)),
  wasm: async () => {
    if (typeof WebAssembly === 'undefined') throw new Error('expected WebAssembly, got a browser without it');
    const openReference = async (): Promise<Runtime> => (await import('./tensorflow/wasm')).referenceOnWasm();
    const module = await compileModule(fusedUrl);
    return module ? withReference(fusedOnWasm(module), openReference) : onlyReference(await openReference());
  },
  cpu: async () => {
    const { referenceOnCpu } = await import('./tensorflow/cpu');
    return onlyReference(await referenceOnCpu());
  },
};
