import { useRef, useState } from 'react';
import { text } from '../content/narrative';
import { day } from '../content/numbers';
import { Button } from '../ui/controls/Button';
import { useActions, useAppStore } from './appStore';
import styles from './EarlierGuesses.module.css';
import words from './words.en.md';

/** Asks whose guesses an earlier visit left on this machine; nothing where there are none. */
export function EarlierGuesses() {
  const earlier = useAppStore((state) => state.lesson.earlierGuesses);
  const { keepEarlierGuesses, forgetEarlierGuesses } = useActions();
  const [told, setTold] = useState('');
  const line = useRef<HTMLParagraphElement>(null);
  if (!earlier && told === '') return null;
  const settle = (key: 'kept' | 'forgotten'): void => {
    if (key === 'kept') keepEarlierGuesses();
    else forgetEarlierGuesses();
    setTold(text(words, `earlier.${key}`));
    // The button that was pressed goes.
    line.current?.focus();
  };
  const { lastMs = null } = earlier ?? {};
  const found =
    lastMs === null ? text(words, 'earlier.found') : text(words, 'earlier.foundOn', { day: day(lastMs) });
  return (
    <div className={styles.earlier}>
      <p ref={line} tabIndex={-1} role="status">
        {earlier ? found : told}
      </p>
      {earlier && (
        <div className={styles.choices}>
          <Button onClick={() => settle('kept')}>{text(words, 'earlier.keep')}</Button>
          <Button tone="plain" onClick={() => settle('forgotten')}>
            {text(words, 'earlier.forget')}
          </Button>
        </div>
      )}
    </div>
  );
}
