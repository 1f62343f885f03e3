import { memo, useMemo } from 'react';
import { counted, text } from '../../content/narrative';
import { count, share } from '../../content/numbers';
import type { Generation } from '../../store/state';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import styles from './NextToken.module.css';
import {
  chancesOf,
  othersOf,
  rankingOf,
  rowsOfPlace,
  type NextTokenRow,
  type OtherTokens,
} from './nextToken';
import words from './nextToken.en.md';
import { NextTokenName } from './NextTokenName';
import { spokenTokenText } from './spokenTokenText';

type TakeRoad = (tokenId: number) => void;

interface NextTokenProps {
  readonly token: Generation['tokens'][number] | undefined;
  /** The text of every token of the model, by id. */
  readonly vocabulary: readonly string[];
  /** As the sliders stand now. */
  readonly settings: Generation['settings'];
  /** Writes the answer again with another token here; null where that cannot be done. */
  readonly onTakeRoad: TakeRoad | null;
}

/** A number and, for the eye, its bar below it. */
function Bar({
  of,
  tone,
  children,
}: {
  readonly of: number;
  readonly tone: string;
  readonly children?: string;
}) {
  return (
    <td className={tone}>
      {children ?? share(of)}
      <span aria-hidden="true" className={styles.track}>
        <span style={{ width: `${of * 100}%` }} />
      </span>
    </td>
  );
}

function Drawn({ prob }: { readonly prob: number }) {
  return (
    <Bar of={prob} tone={styles.drawn ?? ''}>
      {prob > 0 ? share(prob) : text(words, 'cut')}
    </Bar>
  );
}

interface RowProps {
  readonly row: NextTokenRow;
  readonly isWritten: boolean;
  readonly onTakeRoad: TakeRoad | null;
}

function Row({ row, isWritten, onTakeRoad }: RowProps) {
  return (
    <tr data-written={isWritten ? '' : undefined} data-cut={row.prob > 0 ? undefined : ''}>
      <th scope="row">
        <span className={styles.token}>
          <NextTokenName token={row} />
        </span>
        {isWritten && <span className={styles.flag}>{text(words, 'written')}</span>}
      </th>
      <Bar of={row.modelProb} tone={styles.model ?? ''} />
      <Drawn prob={row.prob} />
      {onTakeRoad && (
        <td>
          {!isWritten && (
            <button
              type="button"
              className={styles.road}
              aria-label={text(words, 'roadName', { token: spokenTokenText(row) })}
              onClick={() => onTakeRoad(row.id)}
            >
              <span aria-hidden="true">↳</span> <span className={styles.roadText}>{text(words, 'road')}</span>
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function Others({ others, hasRoads }: { readonly others: OtherTokens; readonly hasRoads: boolean }) {
  return (
    <tr className={styles.others} data-cut={others.kept > 0 ? undefined : ''}>
      <th scope="row">
        {counted(words, 'others', others.count)}
        {others.kept > 0 && others.kept < others.count && (
          <span className={styles.left}>{text(words, 'othersLeft', { kept: count(others.kept) })}</span>
        )}
      </th>
      <Bar of={others.modelProb} tone={styles.model ?? ''} />
      <Drawn prob={others.prob} />
      {hasRoads && <td />}
    </tr>
  );
}

interface PlaceProps extends NextTokenProps {
  readonly token: NonNullable<NextTokenProps['token']>;
}

function Place({ token, vocabulary, settings, onTakeRoad }: PlaceProps) {
  const ranking = rankingOf(token.logits);
  const chances = useMemo(() => chancesOf(ranking, settings), [ranking, settings]);
  const rows = rowsOfPlace(ranking, chances, token.id, vocabulary);
  const others = othersOf(ranking, chances, rows);
  return (
    <>
      <p className={styles.hint}>{counted(words, 'kept', chances.kept, { total: ranking.ids.length })}</p>
      <table className={styles.table}>
        <caption className="visually-hidden">
          {text(words, 'caption', { token: spokenTokenText(token) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text(words, 'columnToken')}</th>
            <th scope="col">{text(words, 'columnModel')}</th>
            <th scope="col">{text(words, 'columnDrawn')}</th>
            {onTakeRoad && (
              <th scope="col" className={styles.roads}>
                <span className="visually-hidden">{text(words, 'columnRoad')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isWritten={row.id === token.id} onTakeRoad={onTakeRoad} />
          ))}
          {others.count > 0 && <Others others={others} hasRoads={onTakeRoad !== null} />}
        </tbody>
      </table>
    </>
  );
}

/** The likeliest tokens at one place, before and after the settings: it follows the sliders, and no model runs. */
export const NextToken = memo(function NextToken(props: NextTokenProps) {
  const { token } = props;
  return (
    <Figure title={text(words, 'title')} explanation={<Prose of={words} at="explanation" />}>
      <div className={styles.room}>
        {token ? <Place {...props} token={token} /> : <p className={styles.hint}>{text(words, 'hint')}</p>}
      </div>
    </Figure>
  );
});
