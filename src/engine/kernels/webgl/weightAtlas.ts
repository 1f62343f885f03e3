import type { WeightBlock, WeightStore } from '../kernels';
import type { GpuMatrix, Home } from './matrix';
import { clearSurface, createSurface, deleteSurface } from './surface';
import type { Surface } from './surface';

/** Where each block lies in an atlas, in texels. */
interface Plan {
  readonly width: number;
  readonly height: number;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
}

/** Puts blocks on shelves, the tallest first, so that few texels stay empty. */
export function planAtlas(blocks: readonly WeightBlock[]): Plan {
  const width = Math.max(...blocks.map(({ columns }) => columns / 4));
  const corners = blocks.map(() => ({ x: 0, y: 0 }));
  const tallestFirst = [...blocks.entries()].sort(([, a], [, b]) => b.rows - a.rows);
  let shelf = { y: 0, height: 0, used: 0 };
  for (const [i, { rows, columns }] of tallestFirst) {
    if (shelf.used + columns / 4 > width) shelf = { y: shelf.y + shelf.height, height: 0, used: 0 };
    corners[i] = { x: shelf.used, y: shelf.y };
    shelf.used += columns / 4;
    shelf.height = Math.max(shelf.height, rows / 4);
  }
  return { width, height: shelf.y + shelf.height, corners };
}

/** A value before and after an update: programs cannot read what they write, so both have a surface. */
interface Turns {
  readonly home: Home;
  /** Where the next update writes. */
  next: Surface;
}

function takeTurn(turns: Turns): void {
  [turns.home.surface, turns.next] = [turns.next, turns.home.surface];
}

/** What training adds to an atlas of weights. */
export interface AtlasTraining {
  /** Each an atlas as a whole, as the optimizer's programs see it. */
  readonly gradients: GpuMatrix;
  readonly decays: GpuMatrix;
  /** The surfaces that the next update reads, and those it writes. */
  readonly p: TurningAtlas;
  readonly m: TurningAtlas;
  readonly v: TurningAtlas;
}

/** A whole atlas that changes surface at every update. */
export interface TurningAtlas {
  readonly now: GpuMatrix;
  readonly next: GpuMatrix;
  takeTurn(): void;
}

/**
 * All weights of a model in one texture, their gradients in a second of the same plan, and so on: so clipping and the
 * optimizer are a handful of programs, however many weights there are.
 */
export class WeightAtlas implements WeightStore<GpuMatrix> {
  readonly blocks: readonly GpuMatrix[];
  private readonly plan: Plan;
  private readonly weights: Home;
  private room:
    (AtlasTraining & { readonly homes: readonly Home[]; readonly turns: readonly Turns[] }) | null = null;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly sizes: readonly WeightBlock[],
  ) {
    this.plan = planAtlas(sizes);
    this.weights = { surface: this.newSurface() };
    this.blocks = this.blocksAt(this.weights);
  }

  get gradients(): readonly GpuMatrix[] {
    return this.room ? this.blocksAt(this.room.gradients.home) : [];
  }

  get m(): readonly GpuMatrix[] {
    return this.room ? this.blocksAt(this.room.m.now.home) : [];
  }

  get v(): readonly GpuMatrix[] {
    return this.room ? this.blocksAt(this.room.v.now.home) : [];
  }

  /** @throws Error before `prepareTraining` */
  get training(): AtlasTraining {
    if (!this.room)
      throw new Error('these weights are not prepared for training; call prepareTraining first');
    return this.room;
  }

  prepareTraining(): void {
    if (this.room) return;
    const gradients: Home = { surface: this.newSurface() };
    const decays: Home = { surface: this.newSurface() };
    const turns = [this.weights, { surface: this.newSurface() }, { surface: this.newSurface() }].map(
      (home): Turns => ({ home, next: this.newSurface() }),
    );
    const [p, m, v] = turns.map((each) => this.turning(each));
    if (!p || !m || !v) throw new Error('weights, means and squares take turns');
    this.markDecays(decays);
    const homes = [gradients, decays, m.now.home, v.now.home];
    this.room = { gradients: this.whole(gradients), decays: this.whole(decays), p, m, v, homes, turns };
  }

  endTraining(): void {
    if (!this.room) return;
    for (const { surface } of this.room.homes) deleteSurface(this.gl, surface);
    for (const { next } of this.room.turns) deleteSurface(this.gl, next);
    this.room = null;
  }

  dispose(): void {
    this.endTraining();
    deleteSurface(this.gl, this.weights.surface);
  }

  private newSurface(): Surface {
    const surface = createSurface(this.gl, this.plan.width, this.plan.height, 4);
    clearSurface(this.gl, surface);
    return surface;
  }

  private whole(home: Home): GpuMatrix {
    return { home, x: 0, y: 0, rows: 4 * this.plan.height, columns: 4 * this.plan.width };
  }

  private blocksAt(home: Home): GpuMatrix[] {
    return this.sizes.map(({ rows, columns }, i) => {
      const { x, y } = this.plan.corners[i] ?? { x: 0, y: 0 };
      return { home, x, y, rows, columns };
    });
  }

  private turning(turns: Turns): TurningAtlas {
    const whole = this.whole(turns.home);
    return {
      now: whole,
      get next() {
        return { ...whole, home: { surface: turns.next } };
      },
      takeTurn: () => takeTurn(turns),
    };
  }

  /** Writes 1 where weights decay. */
  private markDecays(home: Home): void {
    const { gl } = this;
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, home.surface.texture);
    this.blocksAt(home).forEach(({ x, y, columns }, i) => {
      const rows = this.sizes[i]?.decayingRows ?? 0;
      for (let layer = 0; layer < 4; layer++) {
        const height = Math.ceil((rows - layer) / 4); // texel rows whose row `4 y + layer` is below `rows`
        if (height <= 0) continue;
        const ones = new Float32Array(columns * height).fill(1);
        gl.texSubImage3D(
          gl.TEXTURE_2D_ARRAY,
          0,
          x,
          y,
          layer,
          columns / 4,
          height,
          1,
          gl.RGBA,
          gl.FLOAT,
          ones,
        );
      }
    });
  }
}
