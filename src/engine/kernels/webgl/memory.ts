import type { WeightBlock } from '../kernels';
import type { GpuMatrix } from './matrix';
import { rowsFromTexels, texelColumns, texelRows, texelsFromRows, texelsOf } from './matrix';
import { clearSurface, createSurface, deleteSurface } from './surface';
import { WeightAtlas } from './weightAtlas';

/** Matrices in the memory of the graphics processor: made, filled, read and freed. */
export class GpuMemory {
  private readonly matrices = new Set<GpuMatrix>();
  private readonly atlases = new Set<WeightAtlas>();

  constructor(protected readonly gl: WebGL2RenderingContext) {}

  matrix(rows: number, columns: number): GpuMatrix {
    return this.create(rows, columns, 4);
  }

  readout(rows: number, columns: number): GpuMatrix {
    return this.create(rows, columns, 1);
  }

  rowsOf(matrix: GpuMatrix, first: number, rows: number): GpuMatrix {
    const { home, x, y, columns } = matrix;
    return { home, x, y: y + texelRows(first, home.surface.layers), rows, columns };
  }

  free(matrix: GpuMatrix): void {
    if (this.matrices.delete(matrix)) deleteSurface(this.gl, matrix.home.surface);
  }

  write(matrix: GpuMatrix, values: Float32Array): void {
    if (values.length !== matrix.rows * matrix.columns) {
      throw new RangeError(
        `expected ${matrix.rows * matrix.columns} numbers for a matrix of ${matrix.rows} by ${matrix.columns}, ` +
          `got ${values.length}`,
      );
    }
    const { gl } = this;
    const { surface } = matrix.home;
    const { width, height } = texelsOf(matrix);
    const texels = texelsFromRows(matrix, values);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, surface.texture);
    gl.texSubImage3D(
      gl.TEXTURE_2D_ARRAY,
      0,
      matrix.x,
      matrix.y,
      0,
      width,
      height,
      surface.layers,
      gl.RGBA,
      gl.FLOAT,
      texels,
    );
  }

  /**
   * Reads a matrix, waiting for the graphics processor.
   *
   * The thread waits rather than polls: it has nothing else to do, and timers would make every token wait for
   * milliseconds.
   * @throws Error when the context is lost
   */
  read(matrix: GpuMatrix): Promise<Float32Array> {
    const { gl } = this;
    const { surface } = matrix.home;
    const { width, height } = texelsOf(matrix);
    const perLayer = 4 * width * height;
    const texels = new Float32Array(perLayer * surface.layers);
    gl.bindFramebuffer(gl.FRAMEBUFFER, surface.framebuffer);
    for (let layer = 0; layer < surface.layers; layer++) {
      gl.readBuffer(gl.COLOR_ATTACHMENT0 + layer);
      gl.readPixels(matrix.x, matrix.y, width, height, gl.RGBA, gl.FLOAT, texels, layer * perLayer);
    }
    // A lost context reads as zeros, which would pass for a perfect loss.
    if (gl.isContextLost())
      return Promise.reject(new Error('the graphics context is lost; open another one'));
    return Promise.resolve(rowsFromTexels(matrix, texels));
  }

  weights(blocks: readonly WeightBlock[]): WeightAtlas {
    const atlas = new WeightAtlas(this.gl, blocks);
    this.atlases.add(atlas);
    return atlas;
  }

  dispose(): void {
    for (const matrix of [...this.matrices]) this.free(matrix);
    for (const atlas of this.atlases) atlas.dispose();
    this.atlases.clear();
  }

  private create(rows: number, columns: number, layers: 1 | 4): GpuMatrix {
    const surface = createSurface(this.gl, texelColumns(columns, layers), texelRows(rows, layers), layers);
    clearSurface(this.gl, surface);
    const matrix: GpuMatrix = { home: { surface }, x: 0, y: 0, rows, columns };
    this.matrices.add(matrix);
    return matrix;
  }
}
