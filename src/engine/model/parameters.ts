import { tensor1d, tensor2d, variable } from '@tensorflow/tfjs-core';
import type { Rank, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { GPTConfig } from '../config';
import { arrangeParameters } from './shapes';
import type { BlockTree, NamedArray, NamedArrays, ParameterTree } from './shapes';

export type Matrix = Variable<Rank.R2>;
export type Vector = Variable<Rank.R1>;
export type BlockParams = BlockTree<Matrix, Vector>;

/** The weights of a model on the current backend. */
export interface GPTParams extends ParameterTree<Matrix, Vector> {
  /** The same variables as a list, in the order of `parameterShapes`. */
  readonly named: ReadonlyMap<string, Variable>;
}

/** A variable that takes over the data of a tensor. */
function adopt<R extends Rank>(tensor: Tensor<R>): Variable<R> {
  const adopted = variable(tensor);
  tensor.dispose();
  return adopted;
}

/**
 * Puts the weights of a model on the current backend.
 * @param arrays one array for each of `parameterShapes(config)`
 * @returns variables that belong to the caller; free them with `disposeParams`
 * @throws RangeError when a parameter is missing or has another shape
 */
export function paramsFromArrays(config: GPTConfig, arrays: NamedArrays): GPTParams {
  const named = new Map<string, Variable>();
  const valuesOf = (name: string, shape: number[]): Float32Array => {
    const array = arrays.get(name);
    if (array?.shape.join() !== shape.join()) {
      throw new RangeError(
        `expected parameter ${name} of shape [${shape}], got ${array ? `[${array.shape}]` : 'none'}; ` +
          'load weights that were saved with this configuration',
      );
    }
    return array.values;
  };
  const tree = arrangeParameters(
    config,
    (name, rows, columns) => {
      const matrix = adopt(tensor2d(valuesOf(name, [rows, columns]), [rows, columns]));
      named.set(name, matrix);
      return matrix;
    },
    (name, length) => {
      const vector = adopt(tensor1d(valuesOf(name, [length])));
      named.set(name, vector);
      return vector;
    },
  );
  return { ...tree, named };
}

/** Reads named tensors back into plain arrays. All reads start at once, so that a GPU is waited for only once. */
export async function readArrays(tensors: ReadonlyMap<string, Tensor>): Promise<NamedArrays> {
  const read = async ([name, tensor]: readonly [string, Tensor]): Promise<[string, NamedArray]> => {
    const values = await tensor.data<'float32'>();
    // A copy: on the cpu backend data() hands out the tensor's own memory.
    return [name, { shape: [...tensor.shape], values: values.slice() }];
  };
  return new Map(await Promise.all([...tensors].map(read)));
}

/** Frees the weights of a model. */
export function disposeParams(params: GPTParams): void {
  for (const parameter of params.named.values()) parameter.dispose();
}
