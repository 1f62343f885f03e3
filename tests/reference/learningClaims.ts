import { memory, scalar, tensor, variable } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { GPTConfig, TrainConfig } from '../../src/engine/config';
import type { Batch } from '../../src/engine/data/batch';
import { initialArrays } from '../../src/engine/model/init';
import { disposeParams, paramsFromArrays } from '../../src/engine/model/parameters';
import type { NamedArrays } from '../../src/engine/model/shapes';
import { createAdamW } from '../../src/engine/optim/adamw';
import { clipDivisor, globalNorm } from '../../src/engine/optim/clip';
import { createRandom } from '../../src/engine/random';
import { generate, promptTokens } from '../../src/engine/sample/generate';
import { byteTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../src/engine/tokenizer/tokenizer';
import { createTrainer, DivergedError } from '../../src/engine/train/trainer';
import type { Trainer } from '../../src/engine/train/trainer';
import { onBackend } from './claimSetUp';
import type { StartBackend } from './claimSetUp';
import { toyArrays, toyBatch, TOY_CONFIG } from './toyModel';
import { adamWPath, relativeDifference } from './twinAdamW';

const TRAIN_CONFIG: TrainConfig = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: 100,
  learningRate: 0.02,
  warmupSteps: 2,
};

/** Trains a model from these weights for the length of `task`, and frees everything after it. */
async function withTrainer<T>(
  task: (trainer: Trainer) => Promise<T>,
  config: GPTConfig = TOY_CONFIG,
  arrays: NamedArrays = toyArrays(config),
  batchAt: (step: number) => Batch = (step) => toyBatch(config, step),
): Promise<T> {
  const params = paramsFromArrays(config, arrays);
  const trainer = createTrainer({ config, params, batchAt, trainConfig: TRAIN_CONFIG });
  try {
    return await task(trainer);
  } finally {
    trainer.dispose();
    disposeParams(params);
  }
}

/** One document as a batch of one row: end-of-text, the line, end-of-text. */
function lineBatch(line: string): Batch {
  const tokens = [...promptTokens(byteTokenizer(), line), END_OF_TEXT];
  const T = tokens.length - 1;
  return {
    B: 1,
    T,
    ids: Int32Array.from(tokens.slice(0, T)),
    targets: Int32Array.from(tokens.slice(1)),
    lossMask: new Float32Array(T).fill(1),
    targetBytes: line.length,
  };
}

function claimOptimizer(): void {
  it('moves parameters as AdamW in plain numbers does, and lets only matrices decay', async () => {
    const config = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.1 };
    const [matrix, vector] = [variable(tensor([[3, -2]])), variable(tensor([3, -2]))];
    const optimizer = createAdamW(
      new Map([
        ['matrix', matrix],
        ['vector', vector],
      ]),
      config,
    );
    const gradients = [0.5, -0.1, 2, 0, 0.3];
    for (const g of gradients) {
      optimizer.step([tensor([[2 * g, 2 * g]]), tensor([2 * g, 2 * g])], scalar(2), 0.05);
    }
    const decayed = [3, -2].map((start) => adamWPath(start, gradients, 0.05, config).at(-1) ?? NaN);
    const kept = [3, -2].map(
      (start) => adamWPath(start, gradients, 0.05, { ...config, weightDecay: 0 }).at(-1) ?? NaN,
    );
    expect(relativeDifference(await matrix.data(), decayed)).toBeLessThan(1e-5);
    expect(relativeDifference(await vector.data(), kept)).toBeLessThan(1e-5);
    expect((await optimizer.arrays()).updates).toBe(gradients.length);
    optimizer.dispose();
    for (const parameter of [matrix, vector]) parameter.dispose();
  });

  it('shortens long gradients to the clip norm and leaves short ones alone', async () => {
    const gradients = [tensor([[3, 0]]), tensor([4])];
    const norm = globalNorm(gradients);
    const [divisor, one] = [clipDivisor(norm, 2), clipDivisor(norm, 10)];
    expect((await norm.data())[0]).toBeCloseTo(5, 5);
    expect((await divisor.data())[0]).toBeCloseTo(2.5, 5);
    expect((await one.data())[0]).toBe(1);
    for (const used of [...gradients, norm, divisor, one]) used.dispose();
  });
}

function claimTrainer(leakSteps: number): void {
  it(`holds as many tensors after ${leakSteps} steps as before`, async () => {
    await withTrainer(async (trainer) => {
      await trainer.trainStep();
      const before = memory();
      await trainer.trainSteps(leakSteps);
      expect(memory().numTensors).toBe(before.numTensors);
      expect(memory().numDataBuffers).toBe(before.numDataBuffers);
    });
  });

  it('frees everything when it is disposed', async () => {
    const before = memory().numTensors;
    await withTrainer((trainer) => trainer.trainStep());
    expect(memory().numTensors).toBe(before);
  });

  it('reports the same losses one step at a time and several at once', async () => {
    const single = await withTrainer(async (trainer) => [
      await trainer.trainStep(),
      await trainer.trainStep(),
      await trainer.trainStep(),
    ]);
    const together = await withTrainer((trainer) => trainer.trainSteps(3));
    expect(together).toEqual(single);
    expect(together.map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('continues from a snapshot exactly as if it had never stopped', async () => {
    const { later, snapshot } = await withTrainer(async (trainer) => {
      await trainer.trainSteps(2);
      const snapshot = await trainer.snapshot();
      return { later: await trainer.trainSteps(2), snapshot };
    });
    const params = paramsFromArrays(TOY_CONFIG, snapshot.arrays);
    const resumed = createTrainer({
      config: TOY_CONFIG,
      trainConfig: TRAIN_CONFIG,
      params,
      batchAt: (step) => toyBatch(TOY_CONFIG, step),
      optimizer: snapshot.optimizer,
      startStep: 2,
    });
    expect(await resumed.trainSteps(2)).toEqual(later);
    resumed.dispose();
    disposeParams(params);
  });

  it('measures a loss without learning from it', async () => {
    await withTrainer(async (trainer) => {
      const batch = toyBatch(TOY_CONFIG, 0);
      const first = await trainer.evaluateLoss(batch);
      expect(await trainer.evaluateLoss(batch)).toEqual(first);
      const report = await trainer.trainStep();
      expect(report.lossNats).toBeCloseTo(first.lossNats, 5);
      expect(report.bitsPerByte).toBeCloseTo(first.bitsPerByte, 5);
    });
  });

  it('stops with a clear error when the loss is no number any more', async () => {
    const arrays = new Map(toyArrays(TOY_CONFIG));
    arrays.set('lnF.g', { shape: [TOY_CONFIG.nEmbd], values: new Float32Array(TOY_CONFIG.nEmbd).fill(NaN) });
    const run = withTrainer((trainer) => trainer.trainStep(), TOY_CONFIG, arrays);
    await expect(run).rejects.toThrow(DivergedError);
    await expect(run).rejects.toThrow(/step 1.*smaller learning rate/s);
  });
}

function claimOverfitting(): void {
  it('learns one line of code by heart and writes it again', async () => {
    const line = 'def add(a, b): return a + b';
    const config = { nLayer: 1, nHead: 2, nEmbd: 16, blockSize: line.length + 1, vocabSize: 257 };
    const arrays = initialArrays(config, createRandom(7));
    const trained = await withTrainer(
      async (trainer) => {
        const reports = await trainer.trainSteps(80);
        expect(reports.at(0)?.lossNats).toBeCloseTo(Math.log(257), 0);
        expect(reports.at(-1)?.lossNats).toBeLessThan(0.1);
        return (await trainer.snapshot()).arrays;
      },
      config,
      arrays,
      () => lineBatch(line),
    );
    const params = paramsFromArrays(config, trained);
    const tokenizer = byteTokenizer();
    const settings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 40 };
    const written: number[] = [];
    const promptIds = promptTokens(tokenizer, 'def add(');
    for await (const { id } of generate({ params, config, tokenizer, promptIds, settings })) written.push(id);
    expect(tokenizer.decode(written)).toBe('a, b): return a + b');
    expect(written.at(-1)).toBe(END_OF_TEXT);
    disposeParams(params);
  });
}

/** The claims about learning. @param leakSteps steps over which the tensor count is watched */
export function claimLearning(backend: string, start: StartBackend, leakSteps: number): void {
  describe(`learning on ${backend}`, () => {
    onBackend(backend, start);
    claimOptimizer();
    claimTrainer(leakSteps);
    claimOverfitting();
  });
}
