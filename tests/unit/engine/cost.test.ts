import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/engine/config';
import {
  expectedMsPerStep,
  expectedSeconds,
  stepFlops,
  stepShapeOf,
  TIMED_STEP,
} from '../../../src/engine/cost';

const step = (preset: keyof typeof PRESETS) => stepShapeOf(PRESETS[preset], 768);
const onWasm = (timedMs: number) => ({ timedMs, isGraphics: false });
const onGraphics = (timedMs: number) => ({ timedMs, isGraphics: true });

describe('the operations of a training step', () => {
  it('are those of its matrix products, counted by hand', () => {
    const config = { nLayer: 1, nHead: 1, nEmbd: 4, blockSize: 8, vocabSize: 16 };
    // Forward, for one token: queries, keys and values 4x12, their mix 4x4, the MLP 4x16 and back, the head 4x16;
    // then 8 products of queries with keys, and 8 of scores with values, of 4 numbers each.
    const products = 4 * 12 + 4 * 4 + 2 * 4 * 16 + 4 * 16 + 2 * 8 * 4;
    expect(stepFlops({ config, batchSize: 2 })).toBe(3 * 2 * (2 * 8) * products);
  });

  it('grow with the batch', () => {
    const { config } = TIMED_STEP;
    expect(stepFlops({ config, batchSize: 32 })).toBe(2 * stepFlops({ config, batchSize: 16 }));
  });
});

describe('the expected time', () => {
  it('of the step that was timed is what was measured', () => {
    expect(expectedMsPerStep(onWasm(55), step('nano'))).toBe(55);
    expect(expectedMsPerStep(onGraphics(4), step('nano'))).toBe(4);
  });

  it('of the other sizes on WASM is within a fifth of what was measured', () => {
    // Medians of five rounds, fused kernels, Node 20: milliseconds of processor time of a step.
    const measured = { pico: 3.8, nano: 118, small: 224, shipped: 532 };
    for (const preset of ['pico', 'small', 'shipped'] as const) {
      const ratio = expectedMsPerStep(onWasm(measured.nano), step(preset)) / measured[preset];
      expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
    }
  });

  it('of a run is near what whole runs took on that machine', () => {
    // From the command to the event, batches of 16: nano pretrained for 300 steps in 12.9 s, fine-tuned for 500 in 24.4 s.
    expect(Math.abs(expectedSeconds(onWasm(35.5), step('nano'), 300) / 12.9 - 1)).toBeLessThan(0.1);
    expect(Math.abs(expectedSeconds(onWasm(35.5), step('nano'), 500) / 24.4 - 1)).toBeLessThan(0.1);
  });

  it('of a smaller model on a graphics processor is not less than that of starting its programs', () => {
    // pico runs 26 + 18 programs a step, nano 2 * 26 + 18.
    expect(expectedMsPerStep(onGraphics(7), step('pico'))).toBeCloseTo((7 * 44) / 70);
    expect(expectedMsPerStep(onWasm(7), step('pico'))).toBeLessThan(1);
  });
});
