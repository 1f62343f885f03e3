import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { GPTConfig } from '../../src/engine/config';
import { fusedOnWebGL } from '../../src/engine/fused/webglRuntime';
import { linkPrograms } from '../../src/engine/kernels/webgl/library';
import { WebGLKernels } from '../../src/engine/kernels/webglKernels';
import { initialArrays } from '../../src/engine/model/init';
import { createRandom } from '../../src/engine/random';
import { withModel } from '../reference/claimSetUp';
import { claimEngine } from '../reference/engineClaims';
import { claimKernels } from '../reference/kernelClaims';
import { claimSameAsReference } from '../reference/runtimeClaims';
import { toyBatch } from '../reference/toyModel';
import { startWebGL, webgl } from './browserBackends';

const fused = async () => fusedOnWebGL(await startWebGL());

claimKernels('webgl', async () => {
  const gl = await startWebGL();
  gl.getExtension('EXT_color_buffer_float');
  return new WebGLKernels(gl, linkPrograms(gl));
});

describe('fused', () => {
  claimEngine('webgl', startWebGL, 100, fused, () => webgl.bytes);
  claimSameAsReference('webgl', startWebGL, fused);
});

const TINY: GPTConfig = { nLayer: 2, nHead: 4, nEmbd: 64, blockSize: 64, vocabSize: 256 };
const MICRO: GPTConfig = { nLayer: 4, nHead: 4, nEmbd: 128, blockSize: 64, vocabSize: 512 };
const TRAIN_CONFIG = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 8,
  totalSteps: 20,
  learningRate: 0.01,
  warmupSteps: 5,
};

describe.each([
  ['tiny', TINY],
  ['micro', MICRO],
])('at the shape %s, the fused kernels on webgl', (_, config) => {
  const arrays = initialArrays(config, createRandom(5));
  const batch = toyBatch(config, 0, 8);

  it('train with at most 26 programs a layer and 18, 2 uploads a step, and 1 read-back for 8 steps', async () => {
    await withModel(await fused(), config, arrays, async (model) => {
      const learner = model.createLearner(TRAIN_CONFIG);
      const steps = learner.maxWaiting;
      expect(steps).toBe(8);
      learner.update(batch, 0.01);
      await learner.outcomes();
      const before = { ...webgl };
      for (let step = 0; step < steps; step++) learner.update(batch, 0.01);
      expect(await learner.outcomes()).toHaveLength(steps);
      learner.dispose();
      const programs = (webgl.programs - before.programs) / steps;
      console.log(`${programs} programs a step`);
      expect(programs).toBeLessThanOrEqual(26 * config.nLayer + 18);
      expect(webgl.uploads - before.uploads).toBeLessThanOrEqual(2 * steps);
      expect(webgl.readbacks - before.readbacks).toBe(1);
    });
  });

  it('write with at most 5 programs a layer and 3 and one read-back a position, as many for 64 rows', async () => {
    await withModel(await fused(), config, arrays, async (model) => {
      for (const rows of [1, 64]) {
        const decoder = model.createDecoder();
        const sequences = Array.from({ length: rows }, (_row, b) => [b, 1, 2, 3]);
        await decoder.logitsAfter(sequences);
        const before = { ...webgl };
        await decoder.logitsAfter(sequences.map((ids) => [...ids, 4]));
        const programs = webgl.programs - before.programs;
        console.log(`${programs} programs a position for ${rows} rows`);
        expect(programs).toBeGreaterThan(config.nLayer);
        expect(programs).toBeLessThanOrEqual(5 * config.nLayer + 3);
        expect(webgl.readbacks - before.readbacks).toBe(1);
        decoder.dispose();
      }
    });
  });
});

it('keeps within 20 MB of graphics memory at the shape tiny, and frees all of it', async () => {
  const before = webgl.bytes;
  await withModel(await fused(), TINY, initialArrays(TINY, createRandom(5)), async (model) => {
    const learner = model.createLearner(TRAIN_CONFIG);
    learner.update(toyBatch(TINY, 0, 8), 0.01);
    await learner.outcomes();
    console.log(`${((webgl.bytes - before) / 1e6).toFixed(1)} MB`);
    expect(webgl.bytes - before).toBeLessThan(20e6);
    learner.dispose();
  });
  expect(webgl.bytes).toBe(before);
});
