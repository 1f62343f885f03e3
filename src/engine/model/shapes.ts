import type { GPTConfig } from '../config';

/** One parameter outside the backend: its shape and its numbers, row-major. */
export interface NamedArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Every parameter of a model as plain data, by name, in the order of `parameterShapes`. */
export type NamedArrays = ReadonlyMap<string, NamedArray>;

/** A layer `x w + b`. */
export interface Linear<M, V> {
  /** (in, out) */
  readonly w: M;
  /** (out) */
  readonly b: V;
}

/** The learned gain and shift of a layer normalisation, both (C). */
export interface Norm<V> {
  readonly g: V;
  readonly b: V;
}

/** The parameters of one transformer block. */
export interface BlockTree<M, V> {
  readonly ln1: Norm<V>;
  readonly attn: { readonly cAttn: Linear<M, V>; readonly cProj: Linear<M, V> };
  readonly ln2: Norm<V>;
  readonly mlp: { readonly cFc: Linear<M, V>; readonly cProj: Linear<M, V> };
}

/** The parameters of a GPT, with matrices of type M and vectors of type V. */
export interface ParameterTree<M, V> {
  /** (V, C) token embedding, used a second time as the output head. */
  readonly wte: M;
  /** (blockSize, C) position embedding. */
  readonly wpe: M;
  readonly h: readonly BlockTree<M, V>[];
  readonly lnF: Norm<V>;
}

/**
 * Calls `matrix` and `vector` once for each parameter of a model, in order, and arranges what they return.
 *
 * The names and shapes of a GPT are written down here and nowhere else.
 */
export function arrangeParameters<M, V>(
  { nLayer, nEmbd: C, blockSize, vocabSize }: GPTConfig,
  matrix: (name: string, rows: number, columns: number) => M,
  vector: (name: string, length: number) => V,
): ParameterTree<M, V> {
  const linear = (name: string, inputs: number, outputs: number): Linear<M, V> => ({
    w: matrix(`${name}.w`, inputs, outputs),
    b: vector(`${name}.b`, outputs),
  });
  const norm = (name: string): Norm<V> => ({ g: vector(`${name}.g`, C), b: vector(`${name}.b`, C) });
  const block = (name: string): BlockTree<M, V> => ({
    ln1: norm(`${name}.ln1`),
    attn: { cAttn: linear(`${name}.attn.cAttn`, C, 3 * C), cProj: linear(`${name}.attn.cProj`, C, C) },
    ln2: norm(`${name}.ln2`),
    mlp: { cFc: linear(`${name}.mlp.cFc`, C, 4 * C), cProj: linear(`${name}.mlp.cProj`, 4 * C, C) },
  });
  return {
    wte: matrix('wte', vocabSize, C),
    wpe: matrix('wpe', blockSize, C),
    h: Array.from({ length: nLayer }, (_, layer) => block(`h.${layer}`)),
    lnF: norm('lnF'),
  };
}

/** The name and shape of every parameter, in the order in which they are stored and updated. */
export function parameterShapes(config: GPTConfig): ReadonlyMap<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  arrangeParameters(
    config,
    (name, rows, columns) => shapes.set(name, [rows, columns]),
    (name, length) => shapes.set(name, [length]),
  );
  return shapes;
}
