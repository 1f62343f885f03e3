import { linkPrograms } from '../kernels/webgl/library';
import type { ProgramLibrary } from '../kernels/webgl/library';
import { WebGLKernels } from '../kernels/webglKernels';
import type { Runtime } from '../runtime';
import { createFusedRuntime } from './fusedRuntime';

/**
 * Fused kernels as programs of a WebGL 2 context, which TensorFlow.js may use as well.
 *
 * `prepare` links every program; without it the first model does.
 * @throws Error when the context cannot draw into float32 textures
 */
export function fusedOnWebGL(gl: WebGL2RenderingContext): Runtime {
  if (!gl.getExtension('EXT_color_buffer_float')) {
    throw new Error(
      'expected a graphics processor that draws float32, got one that cannot; use WASM instead',
    );
  }
  let programs: ProgramLibrary | null = null;
  return createFusedRuntime({
    prepare: (tell) => {
      programs ??= linkPrograms(gl, tell);
      return Promise.resolve();
    },
    open: () => {
      programs ??= linkPrograms(gl);
      return new WebGLKernels(gl, programs);
    },
  });
}
