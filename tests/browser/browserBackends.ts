import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '../../src/engine/kernels/wasm';

/** What WebGL was asked for since the page began; `bytes` are those of textures that live. */
export const webgl = { programs: 0, uploads: 0, readbacks: 0, bytes: 0 };

/** Counts the bytes of the textures that the fused kernels make, four float32 a texel. */
function countBytes(gl: WebGL2RenderingContext): void {
  const sizes = new Map<WebGLTexture, number>();
  const { bindTexture, texStorage3D, deleteTexture } = gl;
  let bound: WebGLTexture | null = null;
  gl.bindTexture = (target, texture) => {
    if (target === gl.TEXTURE_2D_ARRAY) bound = texture;
    bindTexture.call(gl, target, texture);
  };
  gl.texStorage3D = (target, levels, format, width, height, depth) => {
    if (bound) sizes.set(bound, 16 * width * height * depth);
    webgl.bytes += 16 * width * height * depth;
    texStorage3D.call(gl, target, levels, format, width, height, depth);
  };
  gl.deleteTexture = (texture) => {
    webgl.bytes -= (texture && sizes.get(texture)) ?? 0;
    if (texture) sizes.delete(texture);
    deleteTexture.call(gl, texture);
  };
}

/** Opens WebGL 2 on a canvas of our own, as the training worker does, and counts what it is asked for. */
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
  const count = (name: 'texSubImage3D' | 'readPixels', counter: 'uploads' | 'readbacks'): void => {
    const original = gl[name];
    const counting = (...args: unknown[]): void => {
      webgl[counter] += 1;
      Reflect.apply(original, gl, args);
    };
    Object.defineProperty(gl, name, { value: counting });
  };
  count('texSubImage3D', 'uploads');
  count('readPixels', 'readbacks');
  countBytes(gl);
  return gl;
}

let context: WebGL2RenderingContext | undefined;

/** Starts the WebGL backend. @returns the context it uses */
export async function startWebGL(): Promise<WebGL2RenderingContext> {
  if (!context) {
    context = openWebGL();
    setWebGLContext(2, context);
  }
  await setBackend('webgl');
  return context;
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
