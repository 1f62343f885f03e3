import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { EarlierGuesses } from '../EarlierGuesses';
import type { Asked } from '../stage';
import words from './narrative.en.md';
import styles from './Panel.module.css';

const SIGNS = { right: '✓', wrong: '≠', open: '…' } as const;

function Row({ question, guess, result, verdict }: Asked) {
  return (
    <tr>
      <th scope="row">{question}</th>
      <td>{guess}</td>
      <td>
        {verdict && (
          <strong className={verdict === 'right' ? styles.right : undefined}>
            <span aria-hidden="true">{SIGNS[verdict]} </span>
            {text(words, `guesses.${verdict}`)}
          </strong>
        )}{' '}
        {result ?? text(words, 'guesses.unmeasured')}
      </td>
    </tr>
  );
}

/** Fifth: what the reader expected, beside what happened. */
export function Guesses({ asked }: { readonly asked: readonly Asked[] }) {
  const guessed = asked.filter(({ guess }) => guess !== null);
  const told = guessed.filter(({ verdict }) => verdict === 'right' || verdict === 'wrong');
  const right = told.filter(({ verdict }) => verdict === 'right').length;
  return (
    <StageSection
      title={text(words, 'guesses.heading')}
      story={
        <>
          <Prose of={words} at="guesses.story" />
          {told.length > 0 && (
            <p>{text(words, 'guesses.count', { right: count(right), told: count(told.length) })}</p>
          )}
        </>
      }
    >
      <EarlierGuesses />
      {guessed.length === 0 ? (
        <p className={styles.missing}>{text(words, 'guesses.none')}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={text(words, 'guesses.table')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['question', 'guess', 'result'] as const).map((column) => (
                  <th key={column} scope="col">
                    {text(words, `guesses.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {guessed.map((question) => (
                <Row key={question.id} {...question} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </StageSection>
  );
}
