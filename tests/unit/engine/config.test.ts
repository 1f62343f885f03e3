import { describe, expect, it } from 'vitest';
import { parameterCount, PRESETS, trainConfigOf, validateConfig } from '../../../src/engine/config';
import { MAX_VOCAB_SIZE } from '../../../src/engine/tokenizer/tokenizerFile';

const shape = { ...PRESETS.nano.shape, vocabSize: 384 };

describe('presets', () => {
  it('can all be built', () => {
    for (const preset of Object.values(PRESETS)) {
      expect(validateConfig({ ...preset.shape, vocabSize: 512 })).toEqual({
        ...preset.shape,
        vocabSize: 512,
      });
    }
  });

  it('grow from pico to small', () => {
    const counts = [PRESETS.pico, PRESETS.nano, PRESETS.small].map((preset) =>
      parameterCount({ ...preset.shape, vocabSize: 512 }),
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('take their own number of steps in each phase', () => {
    expect(trainConfigOf(PRESETS.small, 'pretrain').totalSteps).toBe(PRESETS.small.pretrainSteps);
    expect(trainConfigOf(PRESETS.small, 'fineTune').totalSteps).toBe(PRESETS.small.fineTuneSteps);
  });
});

describe('parameterCount', () => {
  it('equals the sum over every weight of the model', () => {
    const { nLayer, nEmbd: C, blockSize, vocabSize } = shape;
    const linear = (rows: number, columns: number): number => rows * columns + columns;
    const layerNorm = 2 * C;
    const block = 2 * layerNorm + linear(C, 3 * C) + linear(C, C) + linear(C, 4 * C) + linear(4 * C, C);
    expect(parameterCount(shape)).toBe(vocabSize * C + blockSize * C + nLayer * block + layerNorm);
  });
});

describe('validateConfig', () => {
  it.each([
    ['nLayer', 0],
    ['nHead', 2.5],
    ['nEmbd', NaN],
    ['blockSize', -1],
    ['vocabSize', Infinity],
    ['nLayer', 13],
  ])('refuses %s = %s and names the field', (field, value) => {
    expect(() => validateConfig({ ...shape, [field]: value })).toThrow(RangeError);
    expect(() => validateConfig({ ...shape, [field]: value })).toThrow(field);
  });

  it('refuses a width that the heads do not divide', () => {
    expect(() => validateConfig({ ...shape, nEmbd: 66, nHead: 4 })).toThrow(/multiple of nHead/);
  });

  it('accepts the largest tokenizer and nothing beyond', () => {
    expect(validateConfig({ ...shape, vocabSize: MAX_VOCAB_SIZE }).vocabSize).toBe(MAX_VOCAB_SIZE);
    expect(() => validateConfig({ ...shape, vocabSize: MAX_VOCAB_SIZE + 1 })).toThrow(RangeError);
  });
});
