import type { CSSProperties } from 'react';
import { text } from '../../content/narrative';
import { share } from '../../content/numbers';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import type { Generation } from '../../store/state';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { TokenGlyphs } from '../../ui/tokens/TokenGlyphs';
import styles from './Alternatives.module.css';
import words from './narrative.en.md';
import { rowsOf } from './rowsOf';
import { partsOfToken, spokenTokenText } from './spokenTokenText';

type WrittenToken = Generation['tokens'][number];
type Choice = WrittenToken['alternatives'][number];

function Name({ choice }: { readonly choice: Choice }) {
  if (choice.id === END_OF_TEXT) return <i>{text(words, 'end')}</i>;
  return (
    <>
      <span aria-hidden="true">
        <TokenGlyphs parts={partsOfToken(choice)} />
      </span>
      <span className="visually-hidden">{spokenTokenText(choice)}</span>
    </>
  );
}

function Row({ choice, written }: { readonly choice: Choice; readonly written: boolean }) {
  return (
    <tr className={written ? styles.written : undefined}>
      <th scope="row">
        <Name choice={choice} />
        {written && <span className={styles.flag}>{text(words, 'chosen')}</span>}
      </th>
      <td className={styles.model} style={{ '--p': choice.modelProb } as CSSProperties}>
        {share(choice.modelProb)}
      </td>
      <td>{choice.prob > 0 ? share(choice.prob) : <i>{text(words, 'cut')}</i>}</td>
    </tr>
  );
}

interface AlternativesProps {
  readonly token: WrittenToken | undefined;
  /** False while the page shows a place of its own choice. */
  readonly picked: boolean;
}

/** The other tokens that could have stood in one place, with what the model and the settings gave them. */
export function Alternatives({ token, picked }: AlternativesProps) {
  return (
    <Figure title={text(words, 'otherTitle')} explanation={<Prose of={words} at="otherExplanation" />}>
      <div className={styles.room}>
        <p className={styles.hint}>{text(words, token && !picked ? 'otherLeastSure' : 'otherHint')}</p>
        {token && (
          <table className={styles.table}>
            <caption className="visually-hidden">
              {text(words, 'otherCaption', { token: spokenTokenText(token) })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{text(words, 'columnToken')}</th>
                <th scope="col">{text(words, 'columnModel')}</th>
                <th scope="col">{text(words, 'columnDrawn')}</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(token).map((choice) => (
                <Row key={choice.id} choice={choice} written={choice.id === token.id} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Figure>
  );
}
