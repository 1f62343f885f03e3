import { getBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { GPTConfig } from '../../src/engine/config';
import { disposeParams, paramsFromArrays } from '../../src/engine/model/parameters';
import type { GPTParams } from '../../src/engine/model/parameters';
import type { NamedArrays } from '../../src/engine/model/shapes';

/** Makes a backend the current one. */
export type StartBackend = () => Promise<void>;

/** Puts a backend in place before the claims of a `describe`, and checks that it is the one in use. */
export function onBackend(name: string, start: StartBackend): void {
  beforeAll(async () => {
    await start();
    expect(getBackend()).toBe(name);
  });
}

/** A model for the length of a `describe`, made on its backend. */
export function useModel(config: GPTConfig, arrays: NamedArrays): { readonly params: GPTParams } {
  let params: GPTParams | undefined;
  beforeAll(() => {
    params = paramsFromArrays(config, arrays);
  });
  afterAll(() => {
    if (params) disposeParams(params);
  });
  return {
    get params() {
      if (!params) throw new Error('the model exists inside of tests only');
      return params;
    },
  };
}
