import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { proseLexicon } from '../../corpora/prose/lexicon';
import { Figure } from '../../ui/prose/Figure';
import styles from './Excerpt.module.css';
import { drawExcerpt } from './excerptTexts';
import words from './narrative.en.md';

/** Texts like those a run reads. */
export function Excerpt() {
  const texts = useMemo(() => drawExcerpt(), []);
  const lexiconSize = useMemo(() => proseLexicon().size, []);
  return (
    <Figure
      title={text(words, 'excerpt.title')}
      caption={text(words, 'excerpt.hint', { words: count(lexiconSize) })}
    >
      <div className={styles.texts}>
        {texts.map((story) => (
          <p key={story}>{story}</p>
        ))}
      </div>
    </Figure>
  );
}
