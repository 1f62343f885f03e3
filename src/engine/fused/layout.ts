import type { GPTConfig } from '../config';
import type { Kernels, Matrix, WeightBlock } from '../kernels/kernels';
import { arrangeParameters, parameterShapes } from '../model/shapes';
import type { NamedArray, NamedArrays } from '../model/shapes';

/** Kernels hold numbers in fours. */
export function ceil4(size: number): number {
  return 4 * Math.ceil(size / 4);
}

/** Where a parameter lies: `rows` rows of a block, from row `first` on. */
interface Place {
  readonly block: number;
  readonly first: number;
}

/**
 * The weights of a model in blocks: a layer's bias lies below its matrix, and all gains and shifts share one block, a
 * norm for every four rows. What is added to fill up fours is 0 and stays 0.
 */
export interface Layout {
  readonly config: GPTConfig;
  readonly blocks: readonly WeightBlock[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Handles of a model's weights, or of their gradients, by what they are. */
export interface WeightTree<M> {
  readonly wte: M;
  readonly wpe: M;
  readonly h: readonly {
    readonly ln1: M;
    readonly cAttn: M;
    readonly attnProj: M;
    readonly ln2: M;
    readonly cFc: M;
    readonly mlpProj: M;
  }[];
  readonly lnF: M;
}

const NORMS = 2;

/** Plans the blocks of a model's weights. */
export function layoutOf(config: GPTConfig): Layout {
  const blocks: WeightBlock[] = [];
  const places = new Map<string, Place>();
  const norms: WeightBlock = { rows: 4 * (2 * config.nLayer + 1), columns: config.nEmbd, decayingRows: 0 };
  let normRows = 0;
  const matrix = (name: string, rows: number, columns: number): void => {
    if (blocks.length === NORMS) blocks.push(norms);
    const isLayer = name.endsWith('.w');
    places.set(name, { block: blocks.length, first: 0 });
    blocks.push({ rows: isLayer ? rows + 4 : ceil4(rows), columns, decayingRows: rows });
  };
  const vector = (name: string): void => {
    if (name.endsWith('.g')) {
      places.set(name, { block: NORMS, first: normRows });
    } else if (places.get(name.replace(/b$/, 'g'))?.block === NORMS) {
      places.set(name, { block: NORMS, first: normRows + 1 });
      normRows += 4;
    } else {
      const below = blocks.length - 1;
      places.set(name, { block: below, first: blocks[below]?.decayingRows ?? 0 });
    }
  };
  arrangeParameters(config, matrix, vector);
  return { config, blocks, places };
}

/** Arranges the handles of a store's blocks. */
export function treeOf<M extends Matrix>(
  { config: { nLayer } }: Layout,
  handles: readonly M[],
  kernels: Kernels<M>,
): WeightTree<M> {
  const at = (index: number): M => {
    const handle = handles[index];
    if (!handle) throw new RangeError(`expected a block ${index}, got ${handles.length} blocks`);
    return handle;
  };
  const norm = (index: number): M => kernels.rowsOf(at(NORMS), 4 * index, 4);
  return {
    wte: at(0),
    wpe: at(1),
    h: Array.from({ length: nLayer }, (_, layer) => ({
      ln1: norm(2 * layer),
      cAttn: at(3 + 4 * layer),
      attnProj: at(4 + 4 * layer),
      ln2: norm(2 * layer + 1),
      cFc: at(5 + 4 * layer),
      mlpProj: at(6 + 4 * layer),
    })),
    lnF: norm(2 * nLayer),
  };
}

/** Every norm of a tree in its order: ln1 and ln2 of each block, then the last one. */
export function normsOf<M>({ h, lnF }: WeightTree<M>): M[] {
  return [...h.flatMap(({ ln1, ln2 }) => [ln1, ln2]), lnF];
}

function sizeOf(shape: readonly number[]): { rows: number; columns: number } {
  const [rows = 1, columns] = shape;
  return columns === undefined ? { rows: 1, columns: rows } : { rows, columns };
}

/**
 * Writes parameters into the blocks of a store.
 * @throws RangeError when one is missing or has another shape
 */
export function writeArrays<M extends Matrix>(
  layout: Layout,
  arrays: NamedArrays,
  handles: readonly M[],
  kernels: Kernels<M>,
): void {
  const values = layout.blocks.map(({ rows, columns }) => new Float32Array(rows * columns));
  for (const [name, shape] of parameterShapes(layout.config)) {
    const array = arrays.get(name);
    if (array?.shape.join() !== shape.join()) {
      throw new RangeError(
        `expected parameter ${name} of shape [${shape}], got ${array ? `[${array.shape}]` : 'none'}; ` +
          'load weights that were saved with this configuration',
      );
    }
    const place = layout.places.get(name);
    if (place) values[place.block]?.set(array.values, place.first * sizeOf(shape).columns);
  }
  handles.forEach((handle, block) => kernels.write(handle, values[block] ?? new Float32Array(0)));
}

/** Reads the blocks of a store back as parameters. */
export async function readBlocks<M extends Matrix>(
  layout: Layout,
  handles: readonly M[],
  kernels: Kernels<M>,
): Promise<NamedArrays> {
  const values = await Promise.all(handles.map((handle) => kernels.read(handle)));
  const arrays = new Map<string, NamedArray>();
  for (const [name, shape] of parameterShapes(layout.config)) {
    const { rows, columns } = sizeOf(shape);
    const { block, first } = layout.places.get(name) ?? { block: -1, first: 0 };
    const from = first * columns;
    arrays.set(name, {
      shape,
      values: (values[block] ?? new Float32Array(0)).slice(from, from + rows * columns),
    });
  }
  return arrays;
}
