import { text } from '../../content/narrative';
import { AnswerVerdict } from '../../ui/code/AnswerVerdict';
import { PythonCode } from '../../ui/code/PythonCode';
import { roughShare } from '../../ui/run/quantity';
import words from './wordingLab.en.md';
import styles from './WordingLab.module.css';
import { passesOf, wordingName, type WordingResult } from './wordingResults';
import type { WordingLabView } from './useWordingLab';

/** The share that passed as a bar, and as a line the shares that it does not contradict. */
function Rate({ result }: { readonly result: WordingResult }) {
  const { rate } = result;
  if (!rate) return <span className={styles.waiting}>{text(words, 'waiting')}</span>;
  const percent = (part: number): string => `${part * 100}%`;
  const values = { low: roughShare(rate.low), high: roughShare(rate.high) };
  return (
    <>
      <span className={styles.passes}>{passesOf(result)}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={{ width: percent(rate.rate) }} />
        <span
          className={styles.reach}
          style={{ insetInlineStart: percent(rate.low), width: percent(rate.high - rate.low) }}
        />
      </span>
      <span className={styles.likely}>{text(words, 'likely', values)}</span>
    </>
  );
}

/** The first right and the first wrong answer to a wording. */
function Looks({ looks }: Pick<WordingResult, 'looks'>) {
  return (
    <div className={styles.looks}>
      {looks.map((program) => (
        <div key={program.id}>
          <PythonCode prompt={program.prompt.trimEnd()} code={program.text} />
          <AnswerVerdict verdict={{ judgement: program.judgement, isTested: true }} />
        </div>
      ))}
    </div>
  );
}

interface WordingTableProps {
  readonly asked: NonNullable<WordingLabView['asked']>;
  readonly results: readonly WordingResult[];
}

/** How often each wording got a right program, from the most exact to the vaguest. */
export function WordingTable({ asked, results }: WordingTableProps) {
  const { model, examples } = asked;
  return (
    <table className={styles.table}>
      <caption>
        {text(words, 'caption', { model })} {examples > 0 && text(words, `captionExamples.${examples}`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{text(words, 'columnWording')}</th>
          <th scope="col">{text(words, 'columnPasses')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => {
          const { wording, looks } = result;
          return (
            <tr key={wording.id}>
              <th scope="row">
                {wordingName(wording.id)}
                {looks.length > 0 && (
                  <details>
                    <summary aria-label={text(words, 'lookOf', { wording: wordingName(wording.id) })}>
                      {text(words, 'look')}
                    </summary>
                    <Looks looks={looks} />
                  </details>
                )}
              </th>
              <td>
                <Rate result={result} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
