import { useMemo, useRef, useState } from 'react';
import { text } from '../../content/narrative';
import type { Tokenizer } from '../../engine/tokenizer/tokenizer';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Prose } from '../../ui/prose/Prose';
import { TokenChips } from '../../ui/tokens/TokenChips';
import { useActions, useAppStore } from '../appStore';
import { EarlierGuesses } from '../EarlierGuesses';
import { LINE_QUESTION, PREDICTED_LINE } from './examples';
import words from './narrative.en.md';
import { chipsOf, tokenCountChoices } from './reading';
import { spokenNames } from './spokenNames';
import styles from './Prediction.module.css';

interface ChoosingProps {
  /** Numbers of tokens to choose from. */
  readonly counts: readonly number[];
  readonly onGuess: (guess: string) => void;
}

/** The guess while it may still change: walking over the choices with arrow keys shows nothing yet. */
function Choosing({ counts, onGuess }: ChoosingProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const options = counts.map((count) => ({
    value: String(count),
    label: text(words, 'predictOption', { count }),
  }));
  return (
    <>
      <ChoiceGroup
        label={text(words, 'predictLabel')}
        value={chosen}
        options={options}
        onChange={setChosen}
      />
      <div className={styles.ask}>
        <Button
          aria-disabled={chosen === null}
          aria-describedby={chosen === null ? 'predict-first' : undefined}
          onClick={() => chosen !== null && onGuess(chosen)}
        >
          {text(words, 'predictShow')}
        </Button>
        {chosen === null && (
          <span id="predict-first" className={styles.hint}>
            {text(words, 'predictFirst')}
          </span>
        )}
      </div>
    </>
  );
}

/** A guess first; the line's tokens appear once the reader asks for them, and from then on the guess stays. */
export function Prediction({ tokenizer }: { readonly tokenizer: Tokenizer }) {
  const { predict } = useActions();
  const guess = useAppStore((state) => state.lesson.predictions[LINE_QUESTION] ?? null);
  const answer = useRef<HTMLDivElement>(null);
  const chips = useMemo(
    () => chipsOf(tokenizer, tokenizer.encode(PREDICTED_LINE), spokenNames()),
    [tokenizer],
  );
  const reveal = (chosen: string): void => {
    predict(LINE_QUESTION, chosen);
    // The button that was pressed goes.
    answer.current?.focus();
  };
  return (
    <div className={styles.prediction}>
      <Prose of={words} at="predictLine" values={{ characters: PREDICTED_LINE.length }} />
      <EarlierGuesses />
      {guess === null && (
        <Choosing counts={tokenCountChoices(PREDICTED_LINE, chips.length)} onGuess={reveal} />
      )}
      <div ref={answer} tabIndex={-1} aria-live="polite" className={styles.reveal}>
        {guess !== null && (
          <>
            <TokenChips label={text(words, 'predictChips')} chips={chips} tone="code" />
            {Number(guess) === chips.length ? (
              <Prose of={words} at="predictRight" count={chips.length} />
            ) : (
              <Prose of={words} at="predictWrong" values={{ guess, count: chips.length }} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
