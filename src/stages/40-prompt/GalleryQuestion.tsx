import { useEffect, useRef } from 'react';
import { text } from '../../content/narrative';
import type { GalleryPreset } from '../../corpora/gallery/preset';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import { optionOf } from './asked';
import words from './gallery.en.md';
import styles from './Gallery.module.css';
import type { OpenQuestion } from './useGallery';

/** Whether the guess was right, and what is right. */
export function outcomeOf({ preset, guess }: Pick<OpenQuestion, 'preset' | 'guess'>): string {
  const answer = optionOf(preset, preset.answer);
  if (guess === null) return text(words, 'outcome.none', { answer });
  if (guess === preset.answer) return text(words, 'outcome.right', { answer });
  return text(words, 'outcome.wrong', { guess: optionOf(preset, guess), answer });
}

interface GuessesProps {
  readonly preset: GalleryPreset;
  readonly disabled: boolean;
  readonly onGuess: (option: number | null) => void;
}

/** The answers to choose from. A choice is final, so these are buttons: arrow keys must not choose. */
function Guesses({ preset, disabled, onGuess }: GuessesProps) {
  return (
    <div className={styles.options} role="group" aria-label={text(words, 'guess')}>
      {Array.from({ length: preset.options }, (_, option) => (
        <Button key={option} disabled={disabled} onClick={() => onGuess(option)}>
          {optionOf(preset, option)}
        </Button>
      ))}
      <Button tone="plain" disabled={disabled} onClick={() => onGuess(null)}>
        {text(words, 'noGuess')}
      </Button>
    </div>
  );
}

interface QuestionProps {
  readonly question: OpenQuestion;
  /** True when a press opened it, and not the link to the page. */
  readonly takesFocus: boolean;
  readonly disabled: boolean;
  readonly onGuess: (option: number | null) => void;
  readonly onOpen: (preset: GalleryPreset) => void;
  readonly onClose: () => void;
}

/** A preset that is open: its question, the reader's guess, and once all answers are written what they show. */
export function GalleryQuestion({ question, takesFocus, disabled, onGuess, onOpen, onClose }: QuestionProps) {
  const { preset, stage, next } = question;
  const title = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLDivElement>(null);
  // What was pressed to come here is gone or folded away.
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  const guess = (option: number | null): void => {
    onGuess(option);
    // The button that was pressed goes; what it brings appears here.
    result.current?.focus();
  };
  return (
    <article className={styles.question} aria-labelledby="gallery-question">
      <div>
        <h3 id="gallery-question" ref={title} tabIndex={-1}>
          {text(words, preset.id)}
        </h3>
        <Prose of={words} at={`${preset.id}.question`} />
      </div>
      <div className={styles.reply}>
        {stage === 'asked' && <Guesses {...{ preset, disabled }} onGuess={guess} />}
        <div ref={result} tabIndex={-1} aria-live="polite">
          {stage === 'writing' && <p className={styles.waiting}>{text(words, 'writing')}</p>}
          {stage === 'shown' && (
            <>
              <p className={styles.outcome}>{outcomeOf(question)}</p>
              <Prose of={words} at={`${preset.id}.caption`} />
            </>
          )}
        </div>
        <div className={styles.on}>
          {next && (
            <Button tone={stage === 'shown' ? 'secondary' : 'plain'} onClick={() => onOpen(next)}>
              {text(words, 'next')}
            </Button>
          )}
          <Button tone="plain" onClick={onClose}>
            {text(words, 'back')}
          </Button>
        </div>
      </div>
    </article>
  );
}
