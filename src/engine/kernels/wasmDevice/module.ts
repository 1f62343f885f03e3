/** The functions of `fused.wasm`, by kernel, in the folder of the same name: what they take is said there. */
export type WasmFunction =
  | 'firstFreeByte'
  | 'embed'
  | 'embedAsked'
  | 'unembed'
  | 'unembedGradient'
  | 'tokenGradient'
  | 'positionGradient'
  | 'layerNorm'
  | 'layerNormGradient'
  | 'linear'
  | 'linearAdd'
  | 'inputGradient'
  | 'inputGradientThroughGelu'
  | 'weightGradient'
  | 'attention'
  | 'attentionGradient'
  | 'cachedAttention'
  | 'gelu'
  | 'crossEntropy'
  | 'sumOfSquares'
  | 'sumOfFirstColumn'
  | 'moveWeights';

/** An instance of the kernels with a memory of its own. */
export interface WasmInstance {
  readonly memory: WebAssembly.Memory;
  /**
   * Calls a kernel.
   * @returns its number, NaN when it has none
   * @throws TypeError when the module is another one, or the kernel takes another number of arguments
   */
  run(name: WasmFunction, ...given: number[]): number;
}

/** @throws TypeError when the module is not `fused.wasm` */
export function instantiate(module: WebAssembly.Module): WasmInstance {
  const { exports } = new WebAssembly.Instance(module);
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) {
    throw new TypeError(
      'expected a module that exports its memory, got one that does not; compile fused.wasm',
    );
  }
  return {
    memory,
    run: (name, ...given) => {
      const kernel = exports[name];
      if (typeof kernel !== 'function' || kernel.length !== given.length) {
        throw new TypeError(
          `expected a kernel ${name} of ${given.length} arguments in the module, got none; compile fused.wasm anew`,
        );
      }
      return Number(kernel(...given));
    },
  };
}
