import { describe, expect, it } from 'vitest';
import { lossDomain, lossTickLabel, lossTicks, spread, stepTicks } from '../../../../src/ui/charts/lossAxes';

describe('lossDomain', () => {
  it('stays calm while losses stay within a quarter and 8 bits', () => {
    expect(lossDomain([6.2, 3.1, 0.31])).toEqual([0.25, 8]);
  });

  it('grows by whole halvings and doublings', () => {
    expect(lossDomain([9, 0.2])).toEqual([0.125, 16]);
  });

  it('is not moved by a loss that is no number, nor dragged to zero', () => {
    expect(lossDomain([Number.NaN, Infinity])).toEqual([0.25, 8]);
    expect(lossDomain([0])).toEqual([1 / 64, 8]);
  });
});

describe('ticks', () => {
  it('mark every halving of the loss', () => {
    expect(lossTicks([0.25, 8]).map(lossTickLabel)).toEqual(['8', '4', '2', '1', '½', '¼']);
    expect(lossTickLabel(1 / 64)).toBe('1/64');
  });

  it.each([
    [300, 6, [0, 50, 100, 150, 200, 250, 300]],
    [120, 3, [0, 50, 120]],
    [1, 6, [0, 1]],
    [7, 3, [0, 7]],
  ])('are round for %i steps and end at the last one', (total, max, expected) => {
    expect(stepTicks(total, max)).toEqual(expected);
  });

  it('never crowd', () => {
    for (const total of [1, 9, 33, 47, 99, 100, 101, 640, 999, 12_345, 20_000]) {
      const ticks = stepTicks(total, 6);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
      expect(new Set(ticks).size).toBe(ticks.length);
    }
  });
});

describe('spread', () => {
  const ys = (labels: readonly number[], bottom = 300): number[] =>
    spread(
      labels.map((y) => ({ y })),
      16,
      0,
      bottom,
    ).map(({ placedY }) => placedY);

  it('leaves labels alone that do not touch', () => {
    expect(ys([10, 100, 40])).toEqual([10, 100, 40]);
  });

  it('moves touching labels apart and keeps their order', () => {
    expect(ys([50, 48, 52])).toEqual([64, 48, 80]);
  });

  it('pushes labels up again when the last would fall out at the bottom', () => {
    expect(ys([295, 298])).toEqual([284, 300]);
  });
});
