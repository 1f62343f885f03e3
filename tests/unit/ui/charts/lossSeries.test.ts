import { describe, expect, it } from 'vitest';
import { measuredAt, rowsOf, SMALLEST_LOSS, type LossSeries } from '../../../../src/ui/charts/lossSeries';

const series = (kind: LossSeries['kind'], points: readonly [number, number][]): LossSeries => ({
  kind,
  label: kind,
  points: points.map(([step, bitsPerByte]) => ({ step, bitsPerByte })),
});

describe('rowsOf', () => {
  it('puts lines measured at different steps into rows in the order of steps', () => {
    const rows = rowsOf([
      series('train', [
        [1, 4],
        [3, 3],
      ]),
      series('prose', [
        [3, 3.5],
        [0, 5],
      ]),
    ]);
    expect(rows).toEqual([
      { step: 0, prose: 5 },
      { step: 1, train: 4 },
      { step: 3, train: 3, prose: 3.5 },
    ]);
  });

  it('leaves out what is no number and lifts what a logarithmic axis cannot show', () => {
    const rows = rowsOf([
      series('code', [
        [1, Number.NaN],
        [2, 0],
        [3, Infinity],
      ]),
    ]);
    expect(rows).toEqual([{ step: 2, code: SMALLEST_LOSS }]);
  });
});

describe('measuredAt', () => {
  const { points } = series('prose', [
    [0, 5],
    [10, 4],
  ]);

  it('holds the last measurement until the next one', () => {
    expect([0, 9, 10, 99].map((step) => measuredAt(points, step)?.bitsPerByte)).toEqual([5, 5, 4, 4]);
  });

  it('says where that measurement was', () => {
    expect(measuredAt(points, 9)?.step).toBe(0);
  });

  it('knows nothing before the first measurement', () => {
    expect(measuredAt(points.slice(1), 9)).toBeNull();
  });
});
