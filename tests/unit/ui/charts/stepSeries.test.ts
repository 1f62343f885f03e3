import { describe, expect, it } from 'vitest';
import {
  measuredAt,
  readingsAt,
  rowsOf,
  SMALLEST_LOSS,
  type StepSeries,
} from '../../../../src/ui/charts/stepSeries';

const series = (kind: StepSeries['kind'], points: readonly [number, number][]): StepSeries => ({
  kind,
  label: kind,
  points: points.map(([step, value]) => ({ step, value })),
});

describe('rowsOf', () => {
  it('puts lines measured at different steps into rows in the order of steps', () => {
    const rows = rowsOf(
      [
        series('train', [
          [1, 4],
          [3, 3],
        ]),
        series('prose', [
          [3, 3.5],
          [0, 5],
        ]),
      ],
      SMALLEST_LOSS,
    );
    expect(rows).toEqual([
      { step: 0, prose: 5 },
      { step: 1, train: 4 },
      { step: 3, train: 3, prose: 3.5 },
    ]);
  });

  it('leaves out what is no number and lifts what a logarithmic axis cannot show', () => {
    const rows = rowsOf(
      [
        series('code', [
          [1, Number.NaN],
          [2, 0],
          [3, Infinity],
        ]),
      ],
      SMALLEST_LOSS,
    );
    expect(rows).toEqual([{ step: 2, code: SMALLEST_LOSS }]);
  });

  it('leaves a zero where the axis has one', () => {
    expect(rowsOf([series('passes', [[10, 0]])], 0)).toEqual([{ step: 10, passes: 0 }]);
  });
});

describe('measuredAt', () => {
  const { points } = series('prose', [
    [0, 5],
    [10, 4],
  ]);

  it('holds the last measurement until the next one', () => {
    expect([0, 9, 10, 99].map((step) => measuredAt(points, step)?.value)).toEqual([5, 5, 4, 4]);
  });

  it('says where that measurement was', () => {
    expect(measuredAt(points, 9)?.step).toBe(0);
  });

  it('knows nothing before the first measurement', () => {
    expect(measuredAt(points.slice(1), 9)).toBeNull();
  });
});

describe('a recorded line', () => {
  const live = series('prose', [
    [0, 5],
    [10, 4],
  ]);
  const recorded = {
    ...series('prose', [
      [0, 6],
      [300, 1],
    ]),
    recorded: true,
  };

  it('has rows of its own beside the live line of the same meaning', () => {
    expect(rowsOf([live, recorded], 0)).toEqual([
      { step: 0, prose: 5, 'recorded prose': 6 },
      { step: 10, prose: 4 },
      { step: 300, 'recorded prose': 1 },
    ]);
  });

  it('is read where the live run has not come yet, and the live line is not', () => {
    const values = (step: number) =>
      readingsAt([live, recorded], step).map(({ measured }) => measured?.value ?? null);
    expect(values(10)).toEqual([4, 6]);
    expect(values(11)).toEqual([null, 6]);
    expect(values(300)).toEqual([null, 1]);
  });

  it('does not keep a live line from being read between its measurements', () => {
    const train = series('train', [
      [1, 5],
      [19, 4],
    ]);
    expect(readingsAt([train, live], 19).map(({ measured }) => measured?.step)).toEqual([19, 10]);
  });
});
