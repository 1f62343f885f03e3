import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '../../src/engine/kernels/wasm';

/** How often WebGL was asked to run a program since the page began. */
export const webgl = { programs: 0 };

/** Opens WebGL 2 on a canvas of our own, as the training worker does, and counts its draws. */
function openWebGL(): WebGL2RenderingContext {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false, depth: false });
  if (!gl) throw new Error('this Chromium has no WebGL 2; start it with the flags of scripts/chromium.mjs');
  const { drawElements, drawArrays } = gl;
  gl.drawElements = (...args: Parameters<typeof drawElements>) => {
    webgl.programs += 1;
    drawElements.apply(gl, args);
  };
  gl.drawArrays = (...args: Parameters<typeof drawArrays>) => {
    webgl.programs += 1;
    drawArrays.apply(gl, args);
  };
  return gl;
}

let context: WebGL2RenderingContext | undefined;

export async function startWebGL(): Promise<void> {
  if (!context) {
    context = openWebGL();
    setWebGLContext(2, context);
  }
  await setBackend('webgl');
}

export async function startWasm(): Promise<void> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  registerWasmKernels();
  await setBackend('wasm');
}

export async function startCpu(): Promise<void> {
  await setBackend('cpu');
}
