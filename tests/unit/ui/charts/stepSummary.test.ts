import { describe, expect, it } from 'vitest';
import { COHERENCE, LOSS, SHARE } from '../../../../src/ui/charts/measures';
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
    expect(summaryOf([line()], LOSS)).toBe('No step has been trained here yet.');
  });

  it('tells shares in percent', () => {
    const passes = { ...line([10, 0], [50, 12.4]), label: 'Passes' };
    expect(summaryOf([passes], SHARE)).toBe('Passes: rose from 0% to 12% of the programs in 40 steps.');
    expect(summaryOf([], SHARE)).toBe('No program has been tested here yet.');
  });

  it('does not call stories programs', () => {
    const things = { ...line([50, 8], [300, 61]), label: 'Things introduced' };
    expect(summaryOf([things], COHERENCE)).toBe('Things introduced: rose from 8% to 61% in 250 steps.');
    expect(summaryOf([], COHERENCE)).toBe('No story has been checked here yet.');
  });

  it('tells of a recorded run after the live one, also before that has begun', () => {
    const recorded = { ...line([0, 4.3], [300, 0.35]), label: 'Recorded run', recorded: true };
    const told = 'Recorded run loss fell from 4.30 to 0.35 bits per byte in 300 steps.';
    expect(summaryOf([recorded], LOSS)).toBe(`No step has been trained here yet. ${told}`);
    expect(summaryOf([recorded, line([0, 4.3])], LOSS)).toBe(
      `Held-out prose loss is 4.30 bits per byte at step 0. ${told}`,
    );
  });
});
