import { describe, expect, it } from 'vitest';
import { agesOf, answers } from '../../../src/stages/00-start/useStart';
import { point } from '../app/samples';

describe('agesOf', () => {
  it('shows three ages of one model, not of two sizes', () => {
    const points = [
      point({ id: 'untrained', origin: 'untrained', phase: 'untrained', step: 0 }),
      point({ id: 'pico-pretrained', preset: 'pico', phase: 'pretrained', step: 900 }),
      point({ id: 'small-pretrained-50', phase: 'pretrained', step: 50 }),
      point({ id: 'small-pretrained', phase: 'pretrained', step: 500 }),
      point({ id: 'small-fine-tuned', phase: 'fineTuned', step: 1000 }),
      point({ id: 'own-a-9000', origin: 'run', runId: 'a', phase: 'fineTuned', step: 9000 }),
    ];
    const { untrained, pretrained, fineTuned } = agesOf(points);
    expect([untrained?.id, pretrained?.id, fineTuned?.id]).toEqual([
      'untrained',
      'small-pretrained',
      'small-fine-tuned',
    ]);
  });

  it('leaves out what did not load', () => {
    const ages = agesOf([point({ id: 'untrained', origin: 'untrained', phase: 'untrained', step: 0 })]);
    expect(ages.pretrained).toBeUndefined();
    expect(ages.fineTuned).toBeUndefined();
  });
});

describe('answers', () => {
  const shown = { prompt: 'Once', checkpointId: 'x', status: 'done' } as const;

  it('asks again for another prompt or model and after a broken-off answer, and not after a failure', () => {
    expect(answers(shown, 'Once', 'x')).toBe(true);
    expect(answers({ ...shown, status: 'failed' }, 'Once', 'x')).toBe(true);
    expect(answers({ ...shown, status: 'cancelled' }, 'Once', 'x')).toBe(false);
    expect(answers(shown, 'Twice', 'x')).toBe(false);
    expect(answers(shown, 'Once', 'y')).toBe(false);
    expect(answers(undefined, 'Once', 'x')).toBe(false);
  });
});
