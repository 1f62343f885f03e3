/** A WebGL 2 context of our own, and what it turned out to be. */
export interface Graphics {
  readonly gl: WebGL2RenderingContext;
  /** What draws, e.g. the name of the graphics processor. */
  readonly renderer: string;
  readonly isSoftware: boolean;
  readonly drawsFloat32: boolean;
  /** Resolves once the browser has taken the context away: reads that wait then never resolve. */
  readonly lost: Promise<void>;
  /** Gives its memory back. */
  release(): void;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|microsoft basic render|software/i;

/** True when the name of a renderer is that of a program that imitates a graphics processor on the CPU. */
export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE.test(renderer);
}

/** Safari, and every browser on iOS, which all run on WebKit. */
export function isWebKit(userAgent: string): boolean {
  return /AppleWebKit\//.test(userAgent) && !/Chrome\/|Chromium\//.test(userAgent);
}

/** Whether it can draw into float32 textures; some that say so cannot. */
function drawsFloat32(gl: WebGL2RenderingContext): boolean {
  if (!gl.getExtension('EXT_color_buffer_float')) return false;
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 1, 1);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const isComplete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.bindTexture(gl.TEXTURE_2D, null);
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
  return isComplete;
}

/** Opens WebGL 2; null where there is none. */
export function openGraphics(canvas: OffscreenCanvas): Graphics | null {
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
  const lost = new Promise<void>((resolve) => {
    canvas.addEventListener('webglcontextlost', () => resolve(), { once: true });
  });
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return {
    gl,
    renderer,
    isSoftware: isSoftwareRenderer(renderer),
    drawsFloat32: drawsFloat32(gl),
    lost,
    release: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}
