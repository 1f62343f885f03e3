import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { passRate } from '../../../../src/engine/evaluate/passRate';
import { SweepChart } from '../../../../src/ui/charts/SweepChart';
import type { SweepChartPoint } from '../../../../src/ui/charts/sweepPoints';
import { SweepTable } from '../../../../src/ui/charts/SweepTable';

const POINTS: readonly SweepChartPoint[] = [
  { temperature: 0, passed: passRate(60, 80), parsed: 1, distinct: 0.25, programs: 80 },
  { temperature: 1.25, passed: passRate(10, 80), parsed: 0.5, distinct: 0.9, programs: 80 },
];

describe('the chart of a sweep', () => {
  it('says every point in a sentence', () => {
    const page = renderToStaticMarkup(<SweepChart points={POINTS} emptyText="Nothing yet." />);
    expect(page).toContain('Temperature 0: 75% pass, 25% are different.');
    expect(page).toContain('Temperature 1.25: 13% pass, 90% are different.');
    expect(page).not.toContain('Nothing yet.');
  });

  it('says that there is nothing before there is something, and offers no table', () => {
    const page = renderToStaticMarkup(<SweepChart points={[]} emptyText="Nothing yet." />);
    expect(page).toContain('aria-label="Nothing yet."');
    expect(page).not.toContain('<details');
  });

  it('has a table with every number of every temperature, also how sure it is', () => {
    const page = renderToStaticMarkup(<SweepTable points={POINTS} />);
    const rows = [...page.matchAll(/<th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
      row
        .replace(/<[^>]+>/g, '|')
        .split(/\|+/)
        .filter(Boolean),
    );
    expect(rows).toEqual([
      ['0', '75%', '65% and 83%', '25%', '100%', '80'],
      ['1.25', '13%', '7% and 22%', '90%', '50%', '80'],
    ]);
  });
});
