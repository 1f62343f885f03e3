import { describe, expect, it } from 'vitest';
import { relativeDifference } from './twinAdamW';
import { runTwin } from './twinGpt';
import { toyArrays, toyBatch, TOY_CONFIG } from './toyModel';

describe('the plain-array twin', () => {
  it('has gradients that agree with finite differences for every parameter', () => {
    const params = new Map(
      [...toyArrays(TOY_CONFIG)].map(([name, { values }]) => [name, Float64Array.from(values)]),
    );
    const batch = toyBatch(TOY_CONFIG);
    const { gradients } = runTwin(TOY_CONFIG, params, batch);
    const h = 1e-5;
    for (const [name, values] of params) {
      // Every 7th number of the large ones: enough to see each row and column.
      const stride = values.length > 64 ? 7 : 1;
      const checked = Array.from({ length: Math.ceil(values.length / stride) }, (_, i) => i * stride);
      const slopes = checked.map((i) => {
        const original = values[i] ?? 0;
        values[i] = original + h;
        const above = runTwin(TOY_CONFIG, params, batch).loss;
        values[i] = original - h;
        const below = runTwin(TOY_CONFIG, params, batch).loss;
        values[i] = original;
        return (above - below) / (2 * h);
      });
      const derived = checked.map((i) => gradients.get(name)?.[i] ?? NaN);
      expect(relativeDifference(derived, slopes), name).toBeLessThan(1e-5);
    }
  });

  it('gives a uniform guesser the logarithm of the vocabulary as its loss', () => {
    const params = new Map(
      [...toyArrays(TOY_CONFIG)].map(([name, { values }]) => [name, new Float64Array(values.length)]),
    );
    const { loss } = runTwin(TOY_CONFIG, params, toyBatch(TOY_CONFIG));
    expect(loss).toBeCloseTo(Math.log(TOY_CONFIG.vocabSize), 12);
  });
});
