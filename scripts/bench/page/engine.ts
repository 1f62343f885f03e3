import { engine } from '@tensorflow/tfjs-core';
import fusedWasmUrl from '../../../src/engine/kernels/fused.wasm?url';
import { fusedOnWasm } from '../../../src/engine/fused/wasmRuntime';
import { fusedOnWebGL } from '../../../src/engine/fused/webglRuntime';
import { initialArrays } from '../../../src/engine/model/init';
import { createRandom } from '../../../src/engine/random';
import type { Decoder, LoadedModel, Runtime } from '../../../src/engine/runtime';
import { generateBatch } from '../../../src/engine/sample/generate';
import { createTrainer, type Trainer } from '../../../src/engine/train/trainer';
import { openGraphics } from '../../../src/workers/training/graphics';
import { referenceOnWasm } from '../../../src/workers/training/tensorflow/wasm';
import { referenceOnWebGL } from '../../../src/workers/training/tensorflow/webgl';
import { PROMPT_LENGTH, SHAPES, TRAINING, type ImplementationName, type ShapeName } from '../shapes';
import { randomBatch } from './randomBatch';
import type { Implementation } from './workerEnd';

function openWebGL(): WebGL2RenderingContext {
  const graphics = openGraphics(new OffscreenCanvas(1, 1));
  if (!graphics)
    throw new Error('this browser has no WebGL 2; start it with the flags of scripts/chromium.mjs');
  return graphics.gl;
}

/** How a runtime is started. What has to be downloaded is downloaded here, before. */
async function starterOf(name: ImplementationName): Promise<() => Runtime | Promise<Runtime>> {
  switch (name) {
    case 'reference':
      return () => referenceOnWebGL(openWebGL());
    case 'wasm-reference':
      return referenceOnWasm;
    case 'fused':
      return () => fusedOnWebGL(openWebGL());
    case 'wasm': {
      const bytes = await (await fetch(fusedWasmUrl)).arrayBuffer();
      return async () => fusedOnWasm(await WebAssembly.compile(bytes));
    }
    case 'peer-genai':
      throw new Error(`${name} is not one of the engine's; it has a worker of its own`);
  }
}

/** The same prompt for every row, each drawn with a seed of its own. */
function requestsFor(rows: number, vocabSize: number) {
  const random = createRandom('prompt');
  const promptIds = Array.from({ length: PROMPT_LENGTH }, () => random.int(vocabSize));
  return Array.from({ length: rows }, (_, seed) => ({ promptIds, seed }));
}

/** A runtime of the engine with a model of random weights. */
export async function openEngine(name: ImplementationName, shape: ShapeName): Promise<Implementation> {
  const config = SHAPES[shape];
  const arrays = initialArrays(config, createRandom('bench'));
  const start = await starterOf(name);
  let model: LoadedModel | null = null;
  let trainer: Trainer | null = null;
  const decoders = new Map<number, Decoder>();
  const loaded = (): LoadedModel => {
    if (!model) throw new Error('expected `start` first');
    return model;
  };
  const decoderFor = (rows: number): Decoder => {
    const decoder = decoders.get(rows) ?? loaded().createDecoder();
    decoders.set(rows, decoder);
    return decoder;
  };

  return {
    start: async () => {
      const runtime = await start();
      await runtime.prepare();
      model = runtime.load(config, arrays);
    },
    train: async (steps) => {
      trainer ??= createTrainer({
        model: loaded(),
        trainConfig: TRAINING,
        batchAt: (step) => randomBatch(shape, step),
      });
      const reports = await trainer.trainSteps(steps);
      return reports.map(({ lossNats }) => lossNats);
    },
    write: async (rows, tokens, wrote) => {
      const decoder = decoderFor(rows);
      const watched: Decoder = {
        logitsAfter: async (sequences) => {
          const logits = await decoder.logitsAfter(sequences);
          wrote();
          return logits;
        },
        dispose: () => undefined,
      };
      const settings = { temperature: 1, topK: 0, topP: 1, seed: 0, maxNewTokens: tokens };
      const requests = requestsFor(rows, config.vocabSize);
      await generateBatch({ decoder: watched, config, settings, requests });
    },
    // Not `memory()`, which fails where TensorFlow.js was never started.
    tensors: () => engine().state.numTensors,
  };
}
