/** A texture that kernels draw into: `layers` images of `width` by `height` texels of four float32 each. */
export interface Surface {
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer;
  readonly width: number;
  readonly height: number;
  readonly layers: 1 | 4;
}

/** Every layer is drawn into at once, as one colour attachment each. */
function attachLayers(gl: WebGL2RenderingContext, { texture, layers }: Pick<Surface, 'texture' | 'layers'>) {
  const attachments = Array.from({ length: layers }, (_, layer) => gl.COLOR_ATTACHMENT0 + layer);
  attachments.forEach((attachment, layer) =>
    gl.framebufferTextureLayer(gl.FRAMEBUFFER, attachment, texture, 0, layer),
  );
  gl.drawBuffers(attachments);
}

/**
 * Makes a surface of zeros.
 * @throws RangeError when the graphics processor has no textures of this size
 */
export function createSurface(
  gl: WebGL2RenderingContext,
  width: number,
  height: number,
  layers: 1 | 4,
): Surface {
  const limit = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
  if (width > limit || height > limit) {
    throw new RangeError(
      `expected textures of at most ${limit} by ${limit} texels on this graphics processor, got ${width} by ${height}; ` +
        'use a smaller batch or model',
    );
  }
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA32F, width, height, layers);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, filter, gl.NEAREST);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  attachLayers(gl, { texture, layers });
  return { texture, framebuffer, width, height, layers };
}

/** Fills a surface with zeros. */
export function clearSurface(gl: WebGL2RenderingContext, surface: Surface): void {
  gl.bindFramebuffer(gl.FRAMEBUFFER, surface.framebuffer);
  gl.viewport(0, 0, surface.width, surface.height);
  gl.scissor(0, 0, surface.width, surface.height);
  for (let layer = 0; layer < surface.layers; layer++) gl.clearBufferfv(gl.COLOR, layer, [0, 0, 0, 0]);
}

export function deleteSurface(gl: WebGL2RenderingContext, { texture, framebuffer }: Surface): void {
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
}
