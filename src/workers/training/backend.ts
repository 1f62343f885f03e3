import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { env, getBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '../../engine/kernels/wasm';
import type { BackendChoice, BackendName } from '../../protocol/training';

/** The backend in use, and why, in a sentence for the reader. */
export interface ChosenBackend {
  readonly backend: BackendName;
  readonly reason: string;
  /** What draws WebGL, e.g. the name of the graphics processor; null on other backends. */
  readonly renderer: string | null;
  /** True once reads of this backend no longer resolve, or read zeros. */
  readonly isContextLost: () => boolean;
}

/**
 * Chooses and starts a backend; rejects when not even the slowest one starts.
 * @param onContextLost called once the graphics context is gone: pending reads of that backend never resolve
 */
export type ChooseBackend = (choice: BackendChoice, onContextLost: () => void) => Promise<ChosenBackend>;

/** How the chooser reaches the outside; tests keep hold of the canvas they hand in. */
export interface BackendSurroundings {
  readonly createCanvas: () => OffscreenCanvas;
}

/** What a WebGL 2 context turned out to be able to do. */
interface WebGL {
  readonly renderer: string;
  readonly isSoftware: boolean;
  readonly rendersFloat32: boolean;
  readonly isContextLost: () => boolean;
}

const NEVER_LOST = (): boolean => false;

const SOFTWARE = /swiftshader|llvmpipe|softpipe|microsoft basic render|software/i;

/** True when the name of a renderer is that of a program that imitates a graphics processor on the CPU. */
export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE.test(renderer);
}

/** Safari, and every browser on iOS, which all run on WebKit. */
export function isWebKit(userAgent: string): boolean {
  return /AppleWebKit\//.test(userAgent) && !/Chrome\/|Chromium\//.test(userAgent);
}

/** Opens WebGL 2 on a canvas of our own, because TensorFlow.js opens none in a Safari worker. Null when there is none. */
function openWebGL(canvas: OffscreenCanvas, onContextLost: () => void): WebGL | null {
  // failIfMajorPerformanceCaveat stays off: software WebGL is told to the reader instead of hidden as "no WebGL".
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    powerPreference: 'high-performance',
  });
  if (!gl) return null;
  canvas.addEventListener('webglcontextlost', onContextLost);
  setWebGLContext(2, gl);
  // Fences of WebKit have been seen never to signal, and then no read ever resolves (tfjs issue 7436).
  if (isWebKit(navigator.userAgent)) env().set('WEBGL_FENCE_API_ENABLED', false);
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return {
    renderer,
    isSoftware: isSoftwareRenderer(renderer),
    rendersFloat32: env().getBool('WEBGL_RENDER_FLOAT32_ENABLED'),
    isContextLost: () => gl.isContextLost(),
  };
}

function prepareWasm(): void {
  // Threads need headers that a static host does not send, and their helper is a blob worker that a strict
  // page forbids: the threaded binary is never asked for.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  registerWasmKernels();
}

/** Starts a backend. False when it did not: TensorFlow.js otherwise goes on with another one in silence. */
async function starts(name: BackendName): Promise<boolean> {
  try {
    return (await setBackend(name)) && getBackend() === name;
  } catch {
    return false;
  }
}

/** Why WebGL is not used: a sentence without its end, or null when it should be used. */
function objectionToWebGL(choice: BackendChoice, webgl: WebGL | null): string | null {
  if (!webgl) return 'This browser offers no WebGL 2';
  if (!webgl.rendersFloat32) return 'The graphics processor here calculates with half precision only';
  if (webgl.isSoftware && choice === 'auto') return 'This browser draws WebGL in software';
  return null;
}

/**
 * Makes the function that chooses a backend: WebGL on a real graphics processor, else WASM, else plain JavaScript.
 *
 * An explicit choice is honoured where the browser can; where it cannot, the next one is taken and the reason says so.
 */
export function createBackendChooser({ createCanvas }: BackendSurroundings): ChooseBackend {
  let opened: { readonly webgl: WebGL | null } | null = null;
  let isWasmPrepared = false;
  let onLost = (): void => undefined;

  const webglOf = (): WebGL | null => {
    if (!opened) {
      const canvas = typeof OffscreenCanvas === 'undefined' ? null : createCanvas();
      opened = { webgl: canvas && openWebGL(canvas, () => onLost()) };
    }
    return opened.webgl;
  };
  const tryWebGL = async (choice: BackendChoice): Promise<ChosenBackend | string> => {
    const webgl = webglOf();
    const objection = objectionToWebGL(choice, webgl);
    if (objection !== null || webgl === null) return objection ?? '';
    if (!(await starts('webgl'))) return 'WebGL did not start in this browser';
    const reason = webgl.isSoftware
      ? 'WebGL, as you chose. This browser draws it in software: WASM would be faster here.'
      : 'The model trains on the graphics processor.';
    return { backend: 'webgl', reason, renderer: webgl.renderer, isContextLost: webgl.isContextLost };
  };
  const tryWasm = async (why: string | null): Promise<ChosenBackend | null> => {
    if (typeof WebAssembly === 'undefined') return null;
    if (!isWasmPrepared) prepareWasm();
    isWasmPrepared = true;
    if (!(await starts('wasm'))) return null;
    const reason = why ?? 'The model trains on WASM, as you chose.';
    return { backend: 'wasm', reason, renderer: null, isContextLost: NEVER_LOST };
  };

  return async (choice, onContextLost) => {
    onLost = onContextLost;
    let why: string | null = null;
    if (choice === 'auto' || choice === 'webgl') {
      const tried = await tryWebGL(choice);
      if (typeof tried !== 'string') return tried;
      const isFasterHere = choice === 'auto' && opened?.webgl?.isSoftware === true;
      why = `${tried}, so the model trains on WASM${isFasterHere ? ', which is faster here' : ''}.`;
    }
    if (choice !== 'cpu') {
      const chosen = await tryWasm(why);
      if (chosen) return chosen;
    }
    if (!(await starts('cpu')))
      throw new Error('No calculating backend starts in this browser. Try a current browser.');
    const reason =
      choice === 'cpu'
        ? 'The model trains in plain JavaScript, as you chose; it is the slowest way.'
        : 'Neither WebGL nor WASM can be used in this browser, so the model trains in plain JavaScript, slowly.';
    return { backend: 'cpu', reason, renderer: null, isContextLost: NEVER_LOST };
  };
}
