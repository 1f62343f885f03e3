import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { SweepPoint } from '../../store/evaluationState';
import { roughShare } from '../../ui/run/quantity';
import words from './narrative.en.md';
import { ScrollTable } from './ScrollTable';
import { temperatureText } from './sweepShares';

/** The sweep in numbers. */
export function SweepTable({ points }: { readonly points: readonly SweepPoint[] }) {
  const part = (value: number, total: number): string => (total === 0 ? '–' : roughShare(value / total));
  return (
    <ScrollTable label={text(words, 'sweep.table')}>
      <thead>
        <tr>
          <th scope="col">{text(words, 'temperature')}</th>
          <th scope="col">{text(words, 'funnel.parses')}</th>
          <th scope="col">{text(words, 'funnel.passes')}</th>
          <th scope="col">{text(words, 'sweep.distinct')}</th>
          <th scope="col">{text(words, 'sweep.programs')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ temperature, parsed, passed, distinct, total }) => (
          <tr key={temperature}>
            <th scope="row">{temperatureText(temperature)}</th>
            <td>{part(parsed, total)}</td>
            <td>{part(passed, total)}</td>
            <td>{part(distinct, total)}</td>
            <td>{count(total)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
