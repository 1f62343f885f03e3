import { describe, expect, it } from 'vitest';
import type { LossPoint } from '../../../../src/ui/charts/lossSeries';
import { summaryOf } from '../../../../src/ui/charts/lossSummary';

const line = (...points: [number, number][]) => ({
  kind: 'prose' as const,
  label: 'Held-out prose',
  points: points.map(([step, bitsPerByte]): LossPoint => ({ step, bitsPerByte })),
});

describe('summaryOf', () => {
  it('tells how far a loss fell and in how many steps', () => {
    expect(summaryOf([line([0, 8], [60, 2], [120, 0.9])])).toBe(
      'Held-out prose loss fell from 8.00 to 0.90 bits per byte in 120 steps.',
    );
  });

  it('does not call a rise a fall', () => {
    expect(summaryOf([line([0, 0.4], [50, 3.8])])).toContain('rose from 0.40 to 3.80');
  });

  it('says so when what is written has not changed', () => {
    expect(summaryOf([line([0, 1.001], [10, 1])])).toBe(
      'Held-out prose loss is 1.00 bits per byte, as it was 10 steps before.',
    );
  });

  it('has a sentence for one point and for none', () => {
    expect(summaryOf([line([0, 4.3])])).toBe('Held-out prose loss is 4.30 bits per byte at step 0.');
    expect(summaryOf([line()])).toBe('An empty loss chart: no step has been trained yet.');
  });
});
