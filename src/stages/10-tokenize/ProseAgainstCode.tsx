import { useMemo } from 'react';
import { counted, plain, text } from '../../content/narrative';
import { ratio } from '../../content/numbers';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { TokenChips } from '../../ui/tokens/TokenChips';
import { CODE_SAMPLE, PROSE_SAMPLE, SAMPLE_NUMBER } from './examples';
import words from './narrative.en.md';
import { chipsOf, indentTokens, readText } from './reading';
import { spokenNames } from './spokenNames';
import styles from './ProseAgainstCode.module.css';

/** What the numbers allow us to say. */
function verdict(proseTokens: number, codeTokens: number): string {
  if (proseTokens === codeTokens) return text(words, 'compareEqual');
  const key = codeTokens > proseTokens ? 'compareCodeLonger' : 'compareProseLonger';
  return counted(words, key, Math.abs(codeTokens - proseTokens));
}

function useSamples(tokenizer: Tokenizer) {
  return useMemo(() => {
    const sample = (key: string, tone: 'prose' | 'code', content: string) => {
      const reading = readText(tokenizer, content);
      return {
        key,
        tone,
        reading,
        name: text(words, key),
        chips: chipsOf(tokenizer, reading.ids, spokenNames()),
      };
    };
    return {
      prose: sample('compareProse', 'prose', PROSE_SAMPLE),
      code: sample('compareCode', 'code', CODE_SAMPLE),
    };
  }, [tokenizer]);
}

/** The same number of bytes as a story and as a function, and how many tokens each takes. */
export function ProseAgainstCode({ tokenizer }: { readonly tokenizer: Tokenizer }) {
  const { prose, code } = useSamples(tokenizer);
  const [proseTokens, codeTokens] = [prose.reading.ids.length, code.reading.ids.length];
  const longest = Math.max(proseTokens, codeTokens);
  const indents = indentTokens(tokenizer, code.reading.ids).length;
  return (
    <StageSection
      title={text(words, 'compareHeading')}
      story={
        <>
          <Prose of={words} at="compareIntro" values={{ bytes: prose.reading.bytes }} />
          {indents > 0 ? (
            <Prose of={words} at="compareIndent" count={indents} values={{ number: SAMPLE_NUMBER }} />
          ) : (
            <Prose of={words} at="compareNoIndent" values={{ number: SAMPLE_NUMBER }} />
          )}
        </>
      }
    >
      <Figure
        title={text(words, 'compareTitle')}
        caption={verdict(proseTokens, codeTokens)}
        explanation={<Prose of={words} at="compareExplanation" />}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text(words, 'compareSample')}</th>
              <th scope="col">{text(words, 'compareTokens')}</th>
              <th scope="col">{text(words, 'compareRatio')}</th>
            </tr>
          </thead>
          <tbody>
            {[prose, code].map(({ key, tone, name, reading }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <span
                    className={[styles.bar, styles[tone]].join(' ')}
                    style={{ inlineSize: `${(reading.ids.length / longest) * 80}%` }}
                  />
                  {plain(reading.ids.length)}
                </td>
                <td>{ratio(reading.bytesPerToken)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={styles.samples}>
          {[prose, code].map(({ key, tone, name, chips }) => (
            <TokenChips key={key} label={name} {...{ chips, tone }} />
          ))}
        </div>
      </Figure>
    </StageSection>
  );
}
