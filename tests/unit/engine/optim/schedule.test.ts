import { describe, expect, it } from 'vitest';
import { learningRateAt } from '../../../../src/engine/optim/schedule';

const schedule = { learningRate: 0.01, minLearningRateFraction: 0.1, warmupSteps: 10, totalSteps: 110 };

describe('the learning rate', () => {
  it('rises in equal steps during warm-up and reaches its top with the last of them', () => {
    expect(learningRateAt(0, schedule)).toBeCloseTo(0.001, 12);
    expect(learningRateAt(4, schedule)).toBeCloseTo(0.005, 12);
    expect(learningRateAt(9, schedule)).toBeCloseTo(0.01, 12);
  });

  it('is halfway down in the middle of the cosine', () => {
    expect(learningRateAt(10, schedule)).toBeCloseTo(0.01, 12);
    expect(learningRateAt(60, schedule)).toBeCloseTo((0.01 + 0.001) / 2, 12);
  });

  it('never falls below its lowest value, also after the last step', () => {
    expect(learningRateAt(110, schedule)).toBeCloseTo(0.001, 12);
    expect(learningRateAt(5000, schedule)).toBeCloseTo(0.001, 12);
  });

  it('falls at every step after warm-up', () => {
    for (let step = 10; step < 110; step++) {
      expect(learningRateAt(step + 1, schedule)).toBeLessThan(learningRateAt(step, schedule));
    }
  });

  it('is a positive number without warm-up and when warm-up is longer than the run', () => {
    expect(learningRateAt(0, { ...schedule, warmupSteps: 0 })).toBeCloseTo(0.01, 12);
    for (let step = 0; step < 20; step++) {
      expect(learningRateAt(step, { ...schedule, warmupSteps: 10, totalSteps: 5 })).toBeGreaterThan(0);
    }
  });
});
