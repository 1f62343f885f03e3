import { text } from '../../content/narrative';
import { FIRST_MERGE_ID, truncateTokenizer } from '../../engine/tokenizer/tokenizerFile';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import { useActions, useAppStore } from '../appStore';
import styles from './Adopt.module.css';
import words from './narrative.en.md';

/** Lets new models read single bytes, so that the reader can see for themselves what tokens are good for. */
export function LetterByLetter() {
  const { setTokenizer } = useActions();
  const { current, shipped } = useAppStore((state) => state.tokenizer);
  const isOn = current.merges.length === 0;
  return (
    <div className={styles.adopt}>
      <Prose of={words} at={isOn ? 'letters.on' : 'letters.hint'} />
      <div className={styles.actions}>
        {isOn ? (
          <Button onClick={() => setTokenizer(shipped, 'shipped')}>{text(words, 'giveBack')}</Button>
        ) : (
          <Button onClick={() => setTokenizer(truncateTokenizer(shipped, FIRST_MERGE_ID), 'own')}>
            {text(words, 'letters.use')}
          </Button>
        )}
      </div>
    </div>
  );
}
