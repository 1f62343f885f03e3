import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { GPTConfig } from '../../src/engine/config';
import { initialArrays } from '../../src/engine/model/init';
import { referenceRuntime } from '../../src/engine/model/referenceRuntime';
import { createRandom } from '../../src/engine/random';
import type { Runtime } from '../../src/engine/runtime';
import { generate } from '../../src/engine/sample/generate';
import { byteTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../src/engine/tokenizer/tokenizer';
import { readCheckpoint, writeCheckpoint } from '../../src/engine/train/checkpoint';
import { createTrainer } from '../../src/engine/train/trainer';
import type { Trainer } from '../../src/engine/train/trainer';
import { withModel } from '../reference/claimSetUp';
import { claimComposition } from '../reference/compositionClaims';
import { claimEngine } from '../reference/engineClaims';
import { toyBatch } from '../reference/toyModel';
import { startCpu, startWasm, startWebGL, webgl } from './browserBackends';

claimComposition('webgl', startWebGL);
claimComposition('wasm', startWasm);
claimComposition('cpu', startCpu);
claimEngine('webgl', startWebGL, 100, () => referenceRuntime);
claimEngine('wasm', startWasm, 10, () => referenceRuntime);
claimEngine('cpu', startCpu, 2, () => referenceRuntime);

const TRAIN_CONFIG = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 4,
  totalSteps: 20,
  learningRate: 0.01,
  warmupSteps: 5,
};

/** Trains from a seed on the current backend. */
function trainFromSeed<T>(
  runtime: Runtime,
  config: GPTConfig,
  B: number,
  task: (trainer: Trainer) => Promise<T>,
): Promise<T> {
  return withModel(runtime, config, initialArrays(config, createRandom(5)), async (model) => {
    const batchAt = (step: number) => toyBatch(config, step % 2, B);
    const trainer = createTrainer({ model, batchAt, trainConfig: TRAIN_CONFIG });
    try {
      return await task(trainer);
    } finally {
      trainer.dispose();
    }
  });
}

describe('webgl and wasm', () => {
  const config = { nLayer: 1, nHead: 2, nEmbd: 16, blockSize: 16, vocabSize: 257 };

  it('give the same first 20 losses for the same seed, to 1e-3', async () => {
    const losses: number[][] = [];
    for (const start of [startWebGL, startWasm]) {
      await start();
      const reports = await trainFromSeed(referenceRuntime, config, 4, (trainer) => trainer.trainSteps(20));
      losses.push(reports.map(({ lossNats }) => lossNats));
    }
    const [onWebGL = [], onWasm = []] = losses;
    expect(onWebGL).toHaveLength(20);
    expect(onWasm.at(-1)).toBeLessThan((onWasm.at(0) ?? NaN) - 1); // they learned something on the way
    onWebGL.forEach((loss, i) =>
      expect(Math.abs(loss - (onWasm[i] ?? NaN)), `step ${i + 1}`).toBeLessThan(1e-3),
    );
  });

  it('write the same greedy tokens from one checkpoint', async () => {
    await startWasm();
    const tokenizer = byteTokenizer();
    const bytes = await trainFromSeed(referenceRuntime, config, 4, async (trainer) => {
      await trainer.trainSteps(10);
      const { arrays } = await trainer.snapshot();
      const tokenizerFile = { kind: 'byte-bpe', version: 1, merges: [] } as const;
      const described = {
        config,
        trainConfig: TRAIN_CONFIG,
        tokenizer: tokenizerFile,
        seed: 5,
        step: 10,
        history: [],
      };
      return writeCheckpoint({ ...described, recipe: null, arrays, optimizer: null }, 'F16');
    });
    const texts: number[][] = [];
    for (const start of [startWebGL, startWasm]) {
      await start();
      const settings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 20 };
      const promptIds = [END_OF_TEXT, 7, 42];
      const written = await withModel(
        referenceRuntime,
        config,
        readCheckpoint(bytes).arrays,
        async (model) => {
          const decoder = model.createDecoder();
          const ids: number[] = [];
          for await (const { id } of generate({ decoder, config, tokenizer, promptIds, settings }))
            ids.push(id);
          decoder.dispose();
          return ids;
        },
      );
      texts.push(written);
    }
    expect(texts[0]).toEqual(texts[1]);
    expect(new Set(texts[0]).size).toBeGreaterThan(1);
  });
});

describe('one training step on webgl', () => {
  /** Programs of the second step: the first also makes what is kept. */
  const programsOf = (config: GPTConfig): Promise<number> =>
    trainFromSeed(referenceRuntime, config, 8, async (trainer) => {
      await trainer.trainStep();
      const before = webgl.programs;
      await trainer.trainStep();
      return webgl.programs - before;
    });

  it('takes at most 1,350 programs at the shape tiny', async () => {
    await startWebGL();
    const programs = await programsOf({ nLayer: 2, nHead: 4, nEmbd: 64, blockSize: 64, vocabSize: 256 });
    console.log(`tiny: ${programs} programs a step`);
    expect(programs).toBeLessThanOrEqual(1350);
    expect(programs).toBeGreaterThan(100);
  });

  it('takes at most 2,450 programs at the shape micro', async () => {
    await startWebGL();
    const programs = await programsOf({ nLayer: 4, nHead: 4, nEmbd: 128, blockSize: 64, vocabSize: 512 });
    console.log(`micro: ${programs} programs a step`);
    expect(programs).toBeLessThanOrEqual(2450);
    expect(programs).toBeGreaterThan(100);
  });
});
