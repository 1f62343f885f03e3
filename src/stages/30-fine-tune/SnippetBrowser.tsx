import { useMemo, useState } from 'react';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { Button } from '../../ui/controls/Button';
import words from './narrative.en.md';
import { PythonCode } from '../../ui/code/PythonCode';
import styles from './SnippetBrowser.module.css';
import { drawDeck } from './snippetDeck';

const DECK_SIZE = 50;

/** A hand of training snippets to leaf through. */
export function SnippetBrowser() {
  const [hand, setHand] = useState(1);
  const [index, setIndex] = useState(0);
  const deck = useMemo(() => drawDeck(hand, DECK_SIZE), [hand]);
  const snippet = deck[index];
  const turn = (by: number): void => setIndex((now) => (now + by + deck.length) % deck.length);
  return (
    <div className={styles.browser} role="group" aria-label={text(words, 'browser')}>
      <div className={styles.buttons}>
        <Button onClick={() => turn(-1)}>{text(words, 'browser.previous')}</Button>
        <Button onClick={() => turn(1)}>{text(words, 'browser.next')}</Button>
        <Button
          tone="plain"
          onClick={() => {
            setHand((now) => now + 1);
            setIndex(0);
          }}
        >
          {text(words, 'browser.shuffle')}
        </Button>
        <span className={styles.place} role="status">
          {text(words, 'browser.place', { number: count(index + 1), total: count(deck.length) })}
        </span>
      </div>
      {snippet && (
        <div className={styles.page}>
          <p className={styles.kind}>
            {text(words, `group.${snippet.group}`)} · {text(words, `form.${snippet.form}`)}
          </p>
          <PythonCode code={snippet.text} />
        </div>
      )}
    </div>
  );
}
