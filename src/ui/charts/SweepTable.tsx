import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { roughShare } from '../run/quantity';
import chart from './StepChart.module.css';
import words from './sweep.en.md';
import { pointTexts, type SweepChartPoint } from './sweepPoints';

const COLUMNS = ['temperature', 'passed', 'range', 'distinct', 'parsed', 'programs'] as const;

/** The sweep in numbers. */
export function SweepTable({ points }: { readonly points: readonly SweepChartPoint[] }) {
  const caption = text(words, 'table.caption');
  return (
    <div className={chart.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={chart.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {text(words, `table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => {
            const values = pointTexts(point);
            return (
              <tr key={point.temperature}>
                <th scope="row">{values.temperature}</th>
                <td>{values.passed}</td>
                <td>{text(words, 'table.between', values)}</td>
                <td>{values.distinct}</td>
                <td>{roughShare(point.parsed)}</td>
                <td>{count(point.programs)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
