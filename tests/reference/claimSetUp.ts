import { getBackend, memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect } from 'vitest';
import type { GPTConfig } from '../../src/engine/config';
import type { NamedArrays } from '../../src/engine/model/shapes';
import type { LoadedModel, Runtime } from '../../src/engine/runtime';

/** Makes a backend of TensorFlow.js the current one. */
export type StartBackend = () => Promise<unknown>;

/** Makes the runtime whose claims are tested. */
export type OpenRuntime = () => Runtime | Promise<Runtime>;

/** What the claims are made about. */
export interface Subject {
  /** A backend of TensorFlow.js: that of the reference runtime, or the one that a fused runtime stands beside. */
  readonly backend: string;
  readonly start: StartBackend;
  readonly open: OpenRuntime;
  /** What the runtime holds that TensorFlow.js does not count. */
  readonly bytes?: (() => number) | undefined;
}

/** Puts a backend in place before the claims of a `describe`, and checks that it is the one in use. */
export function onBackend(name: string, start: StartBackend): void {
  beforeAll(async () => {
    await start();
    expect(getBackend()).toBe(name);
  });
}

/** The runtime of a subject for the length of a `describe`, ready to work. */
export function useRuntime({ backend, start, open }: Subject): { readonly runtime: Runtime } {
  let runtime: Runtime | undefined;
  onBackend(backend, start);
  beforeAll(async () => {
    runtime = await open();
    await runtime.prepare();
  });
  return {
    get runtime() {
      if (!runtime) throw new Error('the runtime exists inside of tests only');
      return runtime;
    },
  };
}

/** Loads a model for the length of `task`. */
export async function withModel<T>(
  runtime: Runtime,
  config: GPTConfig,
  arrays: NamedArrays,
  task: (model: LoadedModel) => Promise<T>,
): Promise<T> {
  const model = runtime.load(config, arrays);
  try {
    return await task(model);
  } finally {
    model.dispose();
  }
}

/** What is held at this moment: equal before and after something that frees what it takes. */
export function footprint({ bytes }: Subject) {
  const { numTensors, numDataBuffers } = memory();
  return { numTensors, numDataBuffers, bytes: bytes?.() ?? 0 };
}
