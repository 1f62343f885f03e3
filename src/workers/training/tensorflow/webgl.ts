import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { env } from '@tensorflow/tfjs-core';
import type { Runtime } from '../../../engine/runtime';
import { isWebKit } from '../graphics';
import { startBackend } from './start';

/** The reference runtime on a WebGL 2 context of ours, because TensorFlow.js opens none in a Safari worker. */
export function referenceOnWebGL(gl: WebGL2RenderingContext): Promise<Runtime> {
  setWebGLContext(2, gl);
  // Fences of WebKit have been seen never to signal, and then no read ever resolves (tfjs issue 7436).
  if (isWebKit(navigator.userAgent)) env().set('WEBGL_FENCE_API_ENABLED', false);
  return startBackend('webgl');
}
