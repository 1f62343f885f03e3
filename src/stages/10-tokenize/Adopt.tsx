import { text } from '../../content/narrative';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import { useActions, useAppStore } from '../appStore';
import { isMadeOf, tokenizerFileOf, type LearnedPair } from './learning';
import words from './narrative.en.md';
import styles from './Adopt.module.css';

/** Makes the tokenizer just learned the one of new models, and leads back to the shipped one. */
export function Adopt({ pairs }: { readonly pairs: readonly LearnedPair[] }) {
  const { setTokenizer } = useActions();
  const { current, origin, shipped } = useAppStore((state) => state.tokenizer);
  const isOwn = origin === 'own';
  if (!isOwn && pairs.length === 0) return null;
  return (
    <div className={styles.adopt}>
      {isOwn ? (
        <Prose of={words} at="adopted" count={FIRST_MERGE_ID + current.merges.length} />
      ) : (
        <Prose of={words} at="adoptHint" />
      )}
      <div className={styles.actions}>
        {pairs.length > 0 && !(isOwn && isMadeOf(current, pairs)) && (
          <Button onClick={() => setTokenizer(tokenizerFileOf(pairs), 'own')}>{text(words, 'adopt')}</Button>
        )}
        {isOwn && <Button onClick={() => setTokenizer(shipped, 'shipped')}>{text(words, 'giveBack')}</Button>}
      </div>
    </div>
  );
}
