import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { GPTConfig, TrainConfig } from '../../src/engine/config';
import type { Batch } from '../../src/engine/data/batch';
import { initialArrays } from '../../src/engine/model/init';
import type { NamedArrays } from '../../src/engine/model/shapes';
import { createRandom } from '../../src/engine/random';
import type { OptimizerArrays } from '../../src/engine/optim/adamw';
import type { Runtime } from '../../src/engine/runtime';
import { generate, promptTokens } from '../../src/engine/sample/generate';
import { byteTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../src/engine/tokenizer/tokenizer';
import { createTrainer, DivergedError } from '../../src/engine/train/trainer';
import type { Trainer } from '../../src/engine/train/trainer';
import { footprint, useRuntime, withModel } from './claimSetUp';
import type { Subject } from './claimSetUp';
import { toyArrays, toyBatch, TOY_CONFIG } from './toyModel';

const TRAIN_CONFIG: TrainConfig = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: 100,
  learningRate: 0.02,
  warmupSteps: 2,
};

interface Training {
  readonly config: GPTConfig;
  readonly arrays: NamedArrays;
  readonly batchAt: (step: number) => Batch;
  readonly optimizer?: OptimizerArrays;
  readonly startStep?: number;
}

const TOY_TRAINING: Training = {
  config: TOY_CONFIG,
  arrays: toyArrays(TOY_CONFIG),
  batchAt: (step) => toyBatch(TOY_CONFIG, step),
};

type Host = { readonly runtime: Runtime };

/** Trains a model for the length of `task`, and frees everything after it. */
function withTrainer<T>(
  { runtime }: Host,
  task: (trainer: Trainer) => Promise<T>,
  training: Training = TOY_TRAINING,
): Promise<T> {
  const { config, arrays, ...rest } = training;
  return withModel(runtime, config, arrays, async (model) => {
    const trainer = createTrainer({ model, trainConfig: TRAIN_CONFIG, ...rest });
    try {
      return await task(trainer);
    } finally {
      trainer.dispose();
    }
  });
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

function claimMemory(host: Host, subject: Subject, leakSteps: number): void {
  it(`holds as much after ${leakSteps} steps as before`, async () => {
    await withTrainer(host, async (trainer) => {
      await trainer.trainStep();
      await trainer.evaluateLoss(toyBatch(TOY_CONFIG));
      const before = footprint(subject);
      await trainer.trainSteps(leakSteps);
      await trainer.evaluateLoss(toyBatch(TOY_CONFIG));
      expect(footprint(subject)).toEqual(before);
    });
  });

  it('frees everything when it is disposed', async () => {
    await withTrainer(host, (trainer) => trainer.trainStep());
    const before = footprint(subject);
    await withTrainer(host, async (trainer) => {
      await trainer.trainStep();
      await trainer.snapshot();
    });
    expect(footprint(subject)).toEqual(before);
  });
}

function claimTrainer(host: Host): void {
  it('reports the same losses one step at a time and several at once', async () => {
    const single = await withTrainer(host, async (trainer) => [
      await trainer.trainStep(),
      await trainer.trainStep(),
      await trainer.trainStep(),
    ]);
    const together = await withTrainer(host, (trainer) => trainer.trainSteps(3));
    expect(together).toEqual(single);
    expect(together.map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('continues from a snapshot exactly as if it had never stopped', async () => {
    const { later, snapshot } = await withTrainer(host, async (trainer) => {
      await trainer.trainSteps(2);
      const snapshot = await trainer.snapshot();
      return { later: await trainer.trainSteps(2), snapshot };
    });
    const resumed = await withTrainer(host, (trainer) => trainer.trainSteps(2), {
      ...TOY_TRAINING,
      ...snapshot,
      startStep: 2,
    });
    expect(resumed).toEqual(later);
  });

  it('measures a loss without learning from it', async () => {
    await withTrainer(host, async (trainer) => {
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
    const run = withTrainer(host, (trainer) => trainer.trainStep(), { ...TOY_TRAINING, arrays });
    await expect(run).rejects.toThrow(DivergedError);
    await expect(run).rejects.toThrow(/step 1.*smaller learning rate/s);
  });
}

function claimOverfitting(host: Host): void {
  it('learns one line of code by heart and writes it again', async () => {
    const line = 'def add(a, b): return a + b';
    const config = { nLayer: 1, nHead: 2, nEmbd: 16, blockSize: line.length + 1, vocabSize: 257 };
    const arrays = await withTrainer(
      host,
      async (trainer) => {
        const reports = await trainer.trainSteps(80);
        expect(reports.at(0)?.lossNats).toBeCloseTo(Math.log(257), 0);
        expect(reports.at(-1)?.lossNats).toBeLessThan(0.1);
        return (await trainer.snapshot()).arrays;
      },
      { config, arrays: initialArrays(config, createRandom(7)), batchAt: () => lineBatch(line) },
    );
    const tokenizer = byteTokenizer();
    const settings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 40 };
    const promptIds = promptTokens(tokenizer, 'def add(');
    const written = await withModel(host.runtime, config, arrays, async (model) => {
      const decoder = model.createDecoder();
      const ids: number[] = [];
      for await (const { id } of generate({ decoder, config, tokenizer, promptIds, settings })) ids.push(id);
      decoder.dispose();
      return ids;
    });
    expect(tokenizer.decode(written)).toBe('a, b): return a + b');
    expect(written.at(-1)).toBe(END_OF_TEXT);
  });
}

/** The claims about learning. @param leakSteps steps over which memory is watched */
export function claimLearning(subject: Subject, leakSteps: number): void {
  describe(`learning on ${subject.backend}`, () => {
    const host = useRuntime(subject);
    claimMemory(host, subject, leakSteps);
    claimTrainer(host);
    claimOverfitting(host);
  });
}
