import { text } from '../../content/narrative';
import type { PassRate } from '../../store/evaluationSelectors';
import { roughShare } from '../../ui/run/quantity';
import words from './narrative.en.md';
import { ScrollTable } from './ScrollTable';

interface PassRatesProps {
  readonly rates: readonly PassRate[];
  readonly nameOf: (checkpointId: string) => string;
}

const shown = (value: number | null): string => (value === null ? '–' : roughShare(value));

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** The chance to pass in one attempt and in k, by how far a task is from what was trained on. */
export function PassRates({ rates, nameOf }: PassRatesProps) {
  const models = distinct(rates.map(({ checkpointId }) => checkpointId));
  const groups = distinct(rates.map(({ group }) => group));
  const k = rates[0]?.k ?? 1;
  // With one attempt per task both numbers are the same.
  const attempts = k > 1 ? (['passAt1', 'passAtK'] as const) : (['passAt1'] as const);
  return (
    <ScrollTable label={text(words, 'rates.caption')}>
      <thead>
        {models.length > 1 && (
          <tr>
            <td />
            {models.map((id) => (
              <th key={id} scope="colgroup" colSpan={attempts.length}>
                {nameOf(id)}
              </th>
            ))}
          </tr>
        )}
        <tr>
          <th scope="col">{text(words, 'rates.group')}</th>
          {models.flatMap((id) =>
            attempts.map((name) => (
              <th key={`${id} ${name}`} scope="col">
                pass@{name === 'passAt1' ? 1 : k}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group}>
            <th scope="row">{text(words, `group.${group}`)}</th>
            {models.flatMap((id) => {
              const rate = rates.find((one) => one.checkpointId === id && one.group === group);
              return attempts.map((name) => <td key={`${id} ${name}`}>{shown(rate?.[name] ?? null)}</td>);
            })}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
