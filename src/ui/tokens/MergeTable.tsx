import { memo } from 'react';
import { count } from '../../content/numbers';
import type { TokenPart } from './tokenDisplay';
import { TokenGlyphs } from './TokenGlyphs';
import styles from './MergeTable.module.css';

export interface MergeRow {
  /** 1 for the first merge learned. */
  readonly number: number;
  readonly left: readonly TokenPart[];
  readonly right: readonly TokenPart[];
  readonly joined: readonly TokenPart[];
  /** How often the pair was joined in the corpus. */
  readonly count: number;
}

interface MergeTableProps {
  readonly caption: string;
  readonly columns: {
    readonly number: string;
    readonly pair: string;
    readonly joined: string;
    readonly count: string;
  };
  /** In the order learned; shown newest first. */
  readonly rows: readonly MergeRow[];
}

const Row = memo(function Row({ row }: { readonly row: MergeRow }) {
  return (
    <tr>
      <td>{count(row.number)}</td>
      <td>
        <span className={styles.token}>
          <TokenGlyphs parts={row.left} />
        </span>
        <span className={styles.sign}>+</span>
        <span className={styles.token}>
          <TokenGlyphs parts={row.right} />
        </span>
      </td>
      <td>
        <span className={styles.new}>
          <TokenGlyphs parts={row.joined} />
        </span>
      </td>
      <td>{count(row.count)}</td>
    </tr>
  );
});

/** The merges a tokenizer has learned, newest first, in a box that scrolls. */
export function MergeTable({ caption, columns, rows }: MergeTableProps) {
  return (
    <div className={styles.box} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.pair}</th>
            <th scope="col">{columns.joined}</th>
            <th scope="col">{columns.count}</th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <Row key={row.number} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
