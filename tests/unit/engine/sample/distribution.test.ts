import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/engine/random';
import {
  clampSampleSettings,
  distribution,
  drawToken,
  SAMPLE_DEFAULTS,
  SAMPLE_LIMITS,
  softmax,
  topAlternatives,
} from '../../../../src/engine/sample/distribution';

fc.configureGlobal({ seed: 1 });

const OPEN = { temperature: 1, topK: 0, topP: 1 };
const sum = (probs: Float32Array): number => probs.reduce((total, prob) => total + prob, 0);
const keptIds = (probs: Float32Array): number[] => [...probs.keys()].filter((id) => (probs[id] ?? 0) > 0);
const randomLogits = (seed: number, V: number): Float32Array => {
  const random = createRandom(seed);
  return Float32Array.from({ length: V }, () => 2 * random.normal());
};
/** Logits whose softmax is these probabilities. */
const logitsOf = (...probs: number[]): Float32Array => Float32Array.from(probs, Math.log);
const anyLogits = fc.array(
  fc.oneof(fc.float({ min: -40, max: 40 }), fc.constantFrom(NaN, Infinity, -Infinity, 0, 1, 3e38)),
  { minLength: 1, maxLength: 40 },
);
const anySettings = fc.record({
  temperature: fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), fc.constantFrom(0, 1e-300)),
  topK: fc.integer({ min: 0, max: 50 }),
  topP: fc.double({ min: 1e-9, max: 1, noNaN: true }),
});

describe('distribution', () => {
  it('sums to 1 and counts what it kept, for any logits of which one is usable', () => {
    fc.assert(
      fc.property(anyLogits, anySettings, (values, settings) => {
        fc.pre(values.some((value) => value > -Infinity));
        const logits = Float32Array.from(values);
        const { probs, kept } = distribution(logits, settings);
        expect(Math.abs(sum(probs) - 1)).toBeLessThan(1e-5);
        expect(kept).toBe(keptIds(probs).length);
        for (const [id, logit] of logits.entries()) if (Number.isNaN(logit)) expect(probs[id]).toBe(0);
      }),
    );
  });

  it('keeps exactly k tokens with top-k, the most likely ones, the lower id on ties', () => {
    const logits = randomLogits(1, 100);
    const ranked = [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0));
    for (const topK of [1, 2, 40, 99]) {
      const { probs, kept } = distribution(logits, { ...OPEN, topK });
      expect(kept).toBe(topK);
      expect(keptIds(probs)).toEqual(ranked.slice(0, topK).sort((a, b) => a - b));
    }
    expect(keptIds(distribution(new Float32Array(10), { ...OPEN, topK: 3 }).probs)).toEqual([0, 1, 2]);
  });

  it('cuts nothing at top-k 0 or the size of the vocabulary, and top-p 1', () => {
    const logits = randomLogits(2, 50);
    for (const topK of [0, 50, 51])
      expect(distribution(logits, { ...OPEN, topK }).probs).toEqual(softmax(logits));
  });

  it('keeps the smallest set that reaches top-p', () => {
    const logits = logitsOf(0.1, 0.5, 0.25, 0.15);
    expect(keptIds(distribution(logits, { ...OPEN, topP: 0.4 }).probs)).toEqual([1]);
    expect(keptIds(distribution(logits, { ...OPEN, topP: 0.6 }).probs)).toEqual([1, 2]);
    expect(keptIds(distribution(logits, { ...OPEN, topP: 0.8 }).probs)).toEqual([1, 2, 3]);
    expect(keptIds(distribution(logits, { ...OPEN, topP: 0.95 }).probs)).toEqual([0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (seed, topP) => {
        const logits = randomLogits(seed, 30);
        const open = softmax(logits);
        const kept = keptIds(distribution(logits, { ...OPEN, topP }).probs).map((id) => open[id] ?? 0);
        const total = kept.reduce((a, b) => a + b, 0);
        expect(total).toBeGreaterThanOrEqual(topP - 1e-6);
        expect(total - Math.min(...kept)).toBeLessThan(topP + 1e-6);
      }),
    );
  });

  it('applies temperature before top-p, and top-p to what top-k left', () => {
    const logits = logitsOf(0.5, 0.3, 0.2);
    // At temperature 0.5 the probabilities become 25 : 9 : 4, and the first alone reaches 0.6.
    expect(distribution(logits, { temperature: 0.5, topK: 0, topP: 0.6 }).kept).toBe(1);
    expect(distribution(logits, { temperature: 1, topK: 0, topP: 0.6 }).kept).toBe(2);
    // Of the two that top-k leaves, the first has 0.5 / 0.8 = 0.625.
    expect(distribution(logits, { temperature: 1, topK: 2, topP: 0.6 }).kept).toBe(1);
    const { probs } = distribution(logits, { temperature: 1, topK: 2, topP: 0.7 });
    expect(probs[0]).toBeCloseTo(0.625, 6);
    expect(probs[1]).toBeCloseTo(0.375, 6);
  });

  it('flattens with high temperature and sharpens with low', () => {
    const logits = logitsOf(0.5, 0.3, 0.2);
    const first = (temperature: number): number =>
      distribution(logits, { ...OPEN, temperature }).probs[0] ?? 0;
    expect(first(0.5)).toBeCloseTo(25 / 38, 6);
    expect(first(1)).toBeCloseTo(0.5, 6);
    expect(first(2)).toBeLessThan(0.5);
  });

  it('is greedy at temperature 0, and the same at top-k 1', () => {
    for (let seed = 0; seed < 20; seed++) {
      const logits = randomLogits(seed, 60);
      const greedy = distribution(logits, { ...OPEN, temperature: 0 });
      expect(greedy).toEqual(distribution(logits, { ...OPEN, temperature: 1.3, topK: 1 }));
      expect(keptIds(greedy.probs)).toEqual([logits.indexOf(Math.max(...logits))]);
    }
    expect(keptIds(distribution(Float32Array.of(1, 3, 3), { ...OPEN, temperature: 0 }).probs)).toEqual([1]);
  });

  it('never draws NaN, and shares everything among infinities', () => {
    expect([...distribution(Float32Array.of(NaN, 1, -Infinity), OPEN).probs]).toEqual([0, 1, 0]);
    expect([...distribution(Float32Array.of(Infinity, 1, Infinity), OPEN).probs]).toEqual([0.5, 0, 0.5]);
  });

  it('says that the weights may have diverged when no logit is usable', () => {
    for (const logits of [Float32Array.of(NaN, NaN), Float32Array.of(-Infinity), new Float32Array(0)]) {
      expect(() => distribution(logits, OPEN)).toThrow(/diverged/);
      expect(() => distribution(logits, { ...OPEN, temperature: 0 })).toThrow(RangeError);
      expect(() => softmax(logits)).toThrow(RangeError);
    }
  });

  it.each([
    { temperature: -1 },
    { temperature: NaN },
    { temperature: Infinity },
    { topK: NaN },
    { topP: 0 },
    { topP: 1.1 },
  ])('refuses %o', (wrong) => {
    expect(() => distribution(Float32Array.of(1, 2), { ...OPEN, ...wrong })).toThrow(RangeError);
  });
});

describe('softmax', () => {
  it('gives the probabilities by hand, however large the logits', () => {
    const [a = 0, b = 0] = softmax(Float32Array.of(1000 + Math.log(3), 1000));
    expect(a).toBeCloseTo(0.75, 4);
    expect(b).toBeCloseTo(0.25, 4);
  });
});

describe('drawToken', () => {
  it('draws tokens as often as their shown probability says (chi-square)', () => {
    const { probs } = distribution(randomLogits(4, 30), { temperature: 0.9, topK: 12, topP: 0.97 });
    const random = createRandom('draws');
    const draws = 50_000;
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const id = drawToken(probs, random.next());
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const ids = keptIds(probs);
    expect([...counts.keys()].every((id) => ids.includes(id))).toBe(true);
    const chiSquare = ids.reduce((total, id) => {
      const expected = draws * (probs[id] ?? 0);
      return total + ((counts.get(id) ?? 0) - expected) ** 2 / expected;
    }, 0);
    expect(ids.length).toBeGreaterThan(5);
    expect(chiSquare).toBeLessThan(31.3); // 11 degrees of freedom, one in a thousand
  });

  it('never draws a token with probability 0, at either end', () => {
    const probs = Float32Array.of(0, 0.25, 0, 0.75, 0);
    expect(drawToken(probs, 0)).toBe(1);
    expect(drawToken(probs, 0.2499)).toBe(1);
    expect(drawToken(probs, 0.25)).toBe(3);
    expect(drawToken(probs, 1 - 2 ** -53)).toBe(3);
  });

  it('refuses a pointer out of range and probabilities that are all 0', () => {
    for (const u of [-0.1, 1, NaN]) expect(() => drawToken(Float32Array.of(1), u)).toThrow(RangeError);
    expect(() => drawToken(new Float32Array(3), 0.5)).toThrow(RangeError);
  });
});

describe('topAlternatives', () => {
  it('lists the most likely tokens first, the lower id on ties, none that cannot be drawn', () => {
    const probs = Float32Array.of(0.25, 0, 0.5, 0.25);
    expect(topAlternatives(probs, 2)).toEqual([
      { id: 2, prob: 0.5 },
      { id: 0, prob: 0.25 },
    ]);
    expect(topAlternatives(probs, 10).map(({ id }) => id)).toEqual([2, 0, 3]);
    expect(topAlternatives(probs, 0)).toEqual([]);
  });
});

describe('clampSampleSettings', () => {
  it('leaves good settings alone and fills in the missing ones', () => {
    expect(clampSampleSettings(SAMPLE_DEFAULTS)).toEqual(SAMPLE_DEFAULTS);
    expect(clampSampleSettings({ temperature: 1.5 })).toEqual({ ...SAMPLE_DEFAULTS, temperature: 1.5 });
  });

  it('takes the nearest end of the range, and drops fractions of whole numbers', () => {
    const wild = { temperature: -1, topK: 1e9, topP: 0, seed: 2 ** 40, maxNewTokens: Infinity };
    expect(clampSampleSettings(wild, 384)).toEqual({
      temperature: 0,
      topK: 384,
      topP: 0.01,
      seed: 2 ** 32 - 1,
      maxNewTokens: 512,
    });
    expect(clampSampleSettings({ topK: 3.7, seed: 3.7, maxNewTokens: 3.7 })).toMatchObject({
      topK: 3,
      seed: 3,
      maxNewTokens: 3,
    });
  });

  it('turns anything into settings that a distribution accepts', () => {
    const nearly = fc.record(
      {
        temperature: fc.anything(),
        topK: fc.double(),
        topP: fc.double(),
        seed: fc.double(),
        maxNewTokens: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (input) => {
        const settings = clampSampleSettings(input, 300);
        for (const name of ['temperature', 'topK', 'topP', 'seed', 'maxNewTokens'] as const) {
          expect(settings[name]).toBeGreaterThanOrEqual(SAMPLE_LIMITS[name].min);
          expect(settings[name]).toBeLessThanOrEqual(SAMPLE_LIMITS[name].max);
        }
        expect([settings.topK, settings.seed, settings.maxNewTokens].every(Number.isInteger)).toBe(true);
        expect(sum(distribution(Float32Array.of(1, 2, 3), settings).probs)).toBeCloseTo(1, 5);
      }),
    );
  });
});
