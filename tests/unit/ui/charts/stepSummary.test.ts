import { describe, expect, it } from 'vitest';
import { LOSS, SHARE } from '../../../../src/ui/charts/measures';
import type { StepPoint } from '../../../../src/ui/charts/stepSeries';
import { summaryOf } from '../../../../src/ui/charts/stepSummary';

const line = (...points: [number, number][]) => ({
  kind: 'prose' as const,
  label: 'Held-out prose',
  points: points.map(([step, value]): StepPoint => ({ step, value })),
});

describe('summaryOf', () => {
  it('tells how far a loss fell and in how many steps', () => {
    expect(summaryOf([line([0, 8], [60, 2], [120, 0.9])], LOSS)).toBe(
      'Held-out prose loss fell from 8.00 to 0.90 bits per byte in 120 steps.',
    );
  });

  it('does not call a rise a fall', () => {
    expect(summaryOf([line([0, 0.4], [50, 3.8])], LOSS)).toContain('rose from 0.40 to 3.80');
  });

  it('says so when what is written has not changed', () => {
    expect(summaryOf([line([0, 1.001], [10, 1])], LOSS)).toBe(
      'Held-out prose loss is 1.00 bits per byte, as it was 10 steps before.',
    );
  });

  it('has a sentence for one point and for none', () => {
    expect(summaryOf([line([0, 4.3])], LOSS)).toBe('Held-out prose loss is 4.30 bits per byte at step 0.');
    expect(summaryOf([line()], LOSS)).toBe('An empty loss chart: no step has been trained yet.');
  });

  it('tells shares in percent', () => {
    const passes = { ...line([10, 0], [50, 12.4]), label: 'Passes' };
    expect(summaryOf([passes], SHARE)).toBe('Passes: rose from 0% to 12% of the programs in 40 steps.');
    expect(summaryOf([], SHARE)).toBe('An empty chart: no program has been tested yet.');
  });
});
