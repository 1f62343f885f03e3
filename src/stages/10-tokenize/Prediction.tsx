import { useMemo } from 'react';
import { text } from '../../content/narrative';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Prose } from '../../ui/prose/Prose';
import { TokenChips } from '../../ui/tokens/TokenChips';
import { useActions, useAppStore } from '../appStore';
import { LINE_QUESTION, PREDICTED_LINE } from './examples';
import words from './narrative.en.md';
import { chipsOf, tokenCountChoices } from './reading';
import { spokenNames } from './spokenNames';
import styles from './Prediction.module.css';

/** A guess first; the line's tokens appear once the reader has made it. */
export function Prediction({ tokenizer }: { readonly tokenizer: Tokenizer }) {
  const { predict } = useActions();
  const guess = useAppStore((state) => state.lesson.predictions[LINE_QUESTION] ?? null);
  const chips = useMemo(
    () => chipsOf(tokenizer, tokenizer.encode(PREDICTED_LINE), spokenNames()),
    [tokenizer],
  );
  const options = tokenCountChoices(PREDICTED_LINE, chips.length).map((count) => ({
    value: String(count),
    label: text(words, 'predictOption', { count }),
  }));
  const values = { guess: guess ?? '', count: chips.length };
  return (
    <div className={styles.prediction}>
      <Prose of={words} at="predictLine" values={{ characters: PREDICTED_LINE.length }} />
      <ChoiceGroup
        label={text(words, 'predictLabel')}
        value={guess}
        options={options}
        onChange={(answer) => predict(LINE_QUESTION, answer)}
      />
      <div aria-live="polite" className={styles.reveal}>
        {guess !== null && (
          <>
            <TokenChips label={text(words, 'predictChips')} chips={chips} tone="code" />
            <Prose
              of={words}
              at={Number(guess) === chips.length ? 'predictRight' : 'predictWrong'}
              values={values}
            />
          </>
        )}
      </div>
    </div>
  );
}
