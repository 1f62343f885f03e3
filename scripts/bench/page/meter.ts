/** Counts what a worker asks of WebGL 2 and WASM, by wrapping their functions. Install it before anything uses them. */
import type { Counts, Memory } from '../questions';

export interface Meter {
  counts(): Counts;
  memory(): Omit<Memory, 'tensors'>;
  /** Resolves once the GPU has done all it was asked for; counts nothing. */
  gpuDone(): Promise<void>;
}

type GL = WebGL2RenderingContext;
type MethodName = { [K in keyof GL]: GL[K] extends (...args: never[]) => unknown ? K : never }[keyof GL];

/** Bytes of a texel by internal format. */
const TEXEL_BYTES: Readonly<Record<number, number>> = {
  0x8814: 16, // RGBA32F
  0x8d70: 16, // RGBA32UI
  0x8d82: 16, // RGBA32I
  0x8230: 8, // RG32F
  0x881a: 8, // RGBA16F
  0x822e: 4, // R32F
  0x8235: 4, // R32I
  0x8236: 4, // R32UI
  0x822f: 4, // RG16F
  0x822d: 2, // R16F
  0x8058: 4, // RGBA8
  0x1908: 4, // RGBA
  0x8229: 1, // R8
  0x1903: 1, // RED
};

function texelBytes(format: number): number {
  const bytes = TEXEL_BYTES[format];
  if (bytes === undefined)
    throw new Error(`unknown texture format 0x${format.toString(16)}; add its size to TEXEL_BYTES`);
  return bytes;
}

/** Sizes of what is on the GPU, by texture or buffer. */
function createLedger() {
  const sizes = new Map<object, number>();
  let total = 0;
  let peak = 0;
  const set = (owner: object | null | undefined, bytes: number): void => {
    if (!owner) return;
    total += bytes - (sizes.get(owner) ?? 0);
    if (bytes > 0) sizes.set(owner, bytes);
    else sizes.delete(owner);
    peak = Math.max(peak, total);
  };
  return { set, total: () => total, peak: () => peak };
}

/** What is bound where, per context. */
interface Bindings {
  unit: number;
  /** By `unit` and target. */
  readonly textures: Map<string, WebGLTexture | null>;
  readonly buffers: Map<number, WebGLBuffer | null>;
  renderbuffer: WebGLRenderbuffer | null;
}

export function installMeter(): Meter {
  const counts = { programs: 0, uploads: 0, readbacks: 0 };
  const ledger = createLedger();
  const bindings = new WeakMap<GL, Bindings>();
  let latest: GL | null = null;

  const of = (gl: GL): Bindings => {
    let bound = bindings.get(gl);
    if (!bound) {
      bound = { unit: gl.TEXTURE0, textures: new Map(), buffers: new Map(), renderbuffer: null };
      bindings.set(gl, bound);
      latest = gl;
    }
    return bound;
  };
  const prototype = WebGL2RenderingContext.prototype;
  /** Runs `before` ahead of a method, on every context of this worker. */
  const watch = (name: MethodName, before: (gl: GL, args: readonly unknown[]) => void): void => {
    const original: unknown = prototype[name];
    if (typeof original !== 'function') throw new Error(`WebGL 2 has no ${name} here`);
    Object.defineProperty(prototype, name, {
      configurable: true,
      value(this: GL, ...args: unknown[]): unknown {
        before(this, args);
        return Reflect.apply(original, this, args);
      },
    });
  };
  const texture = (gl: GL, target: unknown) => {
    const { unit, textures } = of(gl);
    return textures.get(`${unit} ${String(target)}`);
  };
  const isGiven = (data: unknown): boolean => data !== null && data !== undefined;

  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const)
    watch(name, () => void (counts.programs += 1));

  watch('activeTexture', (gl, [unit]) => void (of(gl).unit = Number(unit)));
  watch('bindTexture', (gl, [target, bound]) => {
    const { unit, textures } = of(gl);
    textures.set(`${unit} ${String(target)}`, bound instanceof WebGLTexture ? bound : null);
  });
  watch('texStorage2D', (gl, [target, , format, width, height]) =>
    ledger.set(texture(gl, target), texelBytes(Number(format)) * Number(width) * Number(height)),
  );
  watch('texStorage3D', (gl, [target, , format, width, height, depth]) =>
    ledger.set(
      texture(gl, target),
      texelBytes(Number(format)) * Number(width) * Number(height) * Number(depth),
    ),
  );
  watch('texImage2D', (gl, args) => {
    if (args.length < 9) throw new Error('texImage2D of an image is not metered; give its width and height');
    const [target, , format, width, height, , , , data] = args;
    ledger.set(texture(gl, target), texelBytes(Number(format)) * Number(width) * Number(height));
    if (isGiven(data)) counts.uploads += 1;
  });
  for (const name of ['texSubImage2D', 'texSubImage3D', 'texImage3D'] as const)
    watch(name, (_, args) => void (counts.uploads += isGiven(args.at(-1)) ? 1 : 0));
  watch('deleteTexture', (_, [gone]) => ledger.set(gone instanceof WebGLTexture ? gone : null, 0));

  watch('bindBuffer', (gl, [target, bound]) =>
    of(gl).buffers.set(Number(target), bound instanceof WebGLBuffer ? bound : null),
  );
  watch('bufferData', (gl, [target, data]) => {
    const bytes =
      typeof data === 'number'
        ? data
        : ArrayBuffer.isView(data) || data instanceof ArrayBuffer
          ? data.byteLength
          : 0;
    ledger.set(of(gl).buffers.get(Number(target)), bytes);
    if (typeof data !== 'number' && isGiven(data)) counts.uploads += 1;
  });
  watch('bufferSubData', () => void (counts.uploads += 1));
  watch('deleteBuffer', (_, [gone]) => ledger.set(gone instanceof WebGLBuffer ? gone : null, 0));
  watch('bindRenderbuffer', (gl, [, bound]) => {
    of(gl).renderbuffer = bound instanceof WebGLRenderbuffer ? bound : null;
  });
  watch('renderbufferStorage', (gl, [, format, width, height]) =>
    ledger.set(of(gl).renderbuffer, texelBytes(Number(format)) * Number(width) * Number(height)),
  );
  watch('deleteRenderbuffer', (_, [gone]) => ledger.set(gone instanceof WebGLRenderbuffer ? gone : null, 0));

  // Into a buffer, readPixels only queues a copy; the read is the getBufferSubData that follows.
  watch('readPixels', (gl) => {
    if (!of(gl).buffers.get(gl.PIXEL_PACK_BUFFER)) counts.readbacks += 1;
  });
  watch('getBufferSubData', () => void (counts.readbacks += 1));

  const wasmMemories = watchWasm();
  return {
    counts: () => ({ ...counts }),
    memory: () => ({
      gpuBytes: ledger.total(),
      gpuPeakBytes: ledger.peak(),
      wasmBytes: [...wasmMemories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    }),
    gpuDone: async () => {
      const gl = latest;
      const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      if (!gl || !fence) return;
      gl.flush();
      // A tight loop would starve the rasteriser that is waited for.
      while (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED)
        await new Promise((resolve) => setTimeout(resolve));
      gl.deleteSync(fence);
    },
  };
}

/** Collects the memory of every WASM module that starts from now on. */
function watchWasm(): ReadonlySet<WebAssembly.Memory> {
  const memories = new Set<WebAssembly.Memory>();
  const keep = (instance: WebAssembly.Instance): void => {
    for (const exported of Object.values(instance.exports))
      if (exported instanceof WebAssembly.Memory) memories.add(exported);
  };
  const { Instance, instantiate, instantiateStreaming } = WebAssembly;
  const keepOf = <T>(started: T): T => {
    if (started instanceof Instance) keep(started);
    else if (
      started &&
      typeof started === 'object' &&
      'instance' in started &&
      started.instance instanceof Instance
    )
      keep(started.instance);
    return started;
  };
  Object.assign(WebAssembly, {
    Instance: new Proxy(Instance, { construct: (target, args) => keepOf(Reflect.construct(target, args)) }),
    instantiate: async (...args: unknown[]) => keepOf(await Reflect.apply(instantiate, WebAssembly, args)),
    instantiateStreaming: async (...args: unknown[]) =>
      keepOf(await Reflect.apply(instantiateStreaming, WebAssembly, args)),
  });
  return memories;
}
