import { describe, expect, it } from 'vitest';
import { GPT3, timesLarger } from '../../../src/content/chatgptFacts';
import { modelNames, type NamedModel } from '../../../src/content/modelNames';
import {
  byteSize,
  enumerated,
  inARow,
  inWords,
  share,
  timeOfDay,
  wholeShare,
} from '../../../src/content/numbers';

describe('byteSize', () => {
  it('counts bytes', () => {
    expect([0, 1, 2].map(byteSize)).toEqual(['0 bytes', '1 byte', '2 bytes']);
  });

  it('changes the unit where the rounded number would be 1,000', () => {
    expect([999, 1000, 999_499, 999_500, 1_930_000].map(byteSize)).toEqual([
      '999 bytes',
      '1 kB',
      '999 kB',
      '1 MB',
      '1.9 MB',
    ]);
  });
});

describe('inWords', () => {
  it('names millions, billions and trillions, and spells smaller numbers out', () => {
    expect([870_000, 1e6, 175e9, 300e9, 2e12].map(inWords)).toEqual([
      '870,000',
      '1 million',
      '175 billion',
      '300 billion',
      '2 trillion',
    ]);
  });
});

describe('share', () => {
  it('never shows a small chance as no chance', () => {
    expect([0, 0.0001, 0.001, 0.5, 1].map(share)).toEqual(['0%', 'under 0.1%', '0.1%', '50%', '100%']);
  });
});

describe('wholeShare', () => {
  it('has no decimals', () => {
    expect([0, 0.125, 0.624, 1].map(wholeShare)).toEqual(['0%', '13%', '62%', '100%']);
  });
});

describe('lists', () => {
  it('join as a sentence joins them', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerated)).toEqual(['a', 'a and b', 'a, b, and c']);
    expect(inARow(['a', 'b', 'c'])).toBe('a, b, c');
  });
});

describe('timeOfDay', () => {
  it('begins the day at zero', () => {
    expect(timeOfDay(new Date(2026, 10, 23, 0, 5))).toBe('00:05');
    expect(timeOfDay(new Date(2026, 10, 23, 23, 59))).toBe('23:59');
  });
});

describe('timesLarger', () => {
  it('is rounded to one significant figure', () => {
    expect(timesLarger(GPT3.parameters)).toBe(1);
    expect(timesLarger(420_192)).toBe(400_000);
    expect(timesLarger(870_000)).toBe(200_000);
  });
});

describe('modelNames', () => {
  const model = (id: string, origin: NamedModel['origin'], preset: string, step: number): NamedModel => ({
    id,
    origin,
    info: { phase: 'fineTuned', step, preset },
  });

  it('gives every model a name of its own, whatever they share', () => {
    const models = [
      model('a', 'shipped', 'small', 200),
      model('b', 'run', 'nano', 200),
      model('c', 'run', 'nano', 200),
      model('d', 'run', 'pico', 200),
    ];
    expect([...modelNames(models).values()]).toEqual([
      'Fine-tuned, step 200',
      'Yours: fine-tuned nano, step 200',
      'Yours: fine-tuned nano, step 200 (2)',
      'Yours: fine-tuned pico, step 200',
    ]);
  });
});
