import { counted, text } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { Funnel as FunnelOf } from '../../store/evaluationSelectors';
import { roughShare } from '../../ui/run/quantity';
import styles from './Funnel.module.css';
import words from './narrative.en.md';

interface FunnelProps {
  /** One per model, in order. */
  readonly funnels: readonly FunnelOf[];
  readonly nameOf: (checkpointId: string) => string;
}

const STAGES = ['total', 'parses', 'runs', 'passes'] as const;

function Cell({ value, total }: { readonly value: number; readonly total: number }) {
  const part = total === 0 ? 0 : value / total;
  return (
    <span className={styles.cell}>
      <span className={styles.fill} style={{ width: `${part * 100}%` }} />
      <span className={styles.number}>
        <strong>{count(value)}</strong> {total > 0 && roughShare(part)}
      </span>
    </span>
  );
}

/** What is left of the programs at each stage: it is Python, it runs to the end, it does what was asked. */
export function Funnel({ funnels, nameOf }: FunnelProps) {
  const unsupported = funnels.reduce((sum, funnel) => sum + funnel.unsupported, 0);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{text(words, 'funnel.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{text(words, 'funnel.stage')}</span>
            </th>
            {funnels.map(({ checkpointId }) => (
              <th key={checkpointId} scope="col">
                {nameOf(checkpointId)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STAGES.map((stage) => (
            <tr key={stage} className={styles[stage]}>
              <th scope="row">{text(words, `funnel.${stage}`)}</th>
              {funnels.map((funnel) => (
                <td key={funnel.checkpointId}>
                  <Cell value={funnel[stage]} total={funnel.total} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unsupported > 0 && <p className={styles.note}>{counted(words, 'funnel.unsupported', unsupported)}</p>}
    </>
  );
}
