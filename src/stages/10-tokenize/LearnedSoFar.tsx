import { useMemo } from 'react';
import { counted, text } from '../../content/narrative';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { MergeTable } from '../../ui/tokens/MergeTable';
import { TokenGlyphs } from '../../ui/tokens/TokenGlyphs';
import { CorpusLine } from './CorpusLine';
import type { LearnedPair } from './learning';
import words from './narrative.en.md';
import styles from './LearnedSoFar.module.css';

function Newest({ pair }: { readonly pair: LearnedPair }) {
  return (
    <figure className={styles.newest}>
      <h3 className={styles.title}>{text(words, 'latestTitle')}</h3>
      <p className={styles.equation}>
        <span>
          <TokenGlyphs parts={pair.left} />
        </span>
        <i>+</i>
        <span>
          <TokenGlyphs parts={pair.right} />
        </span>
        <i>→</i>
        <strong>
          <TokenGlyphs parts={pair.joined} />
        </strong>
      </p>
      <figcaption className={styles.detail}>
        {counted(words, 'latestLine', pair.count, { number: pair.number })}
      </figcaption>
    </figure>
  );
}

interface LearnedSoFarProps {
  readonly pairs: readonly LearnedPair[];
  /** How many merges there will be. */
  readonly goal: number;
}

/** What the trainer has learned: the newest merge large, the text growing shorter, all merges in a table. */
export function LearnedSoFar({ pairs, goal }: LearnedSoFarProps) {
  const first = pairs[0];
  const newest = pairs.at(-1);
  const lengths = useMemo(
    () => (first ? [first.tokensBefore, ...pairs.map((pair) => pair.tokensAfter)] : []),
    [first, pairs],
  );
  if (!first || !newest) return null;
  const shorter = counted(words, 'corpusLine', first.tokensBefore, { now: newest.tokensAfter });
  return (
    <div className={styles.layout}>
      <div className={styles.side}>
        <Newest pair={newest} />
        <Figure
          title={text(words, 'corpusTitle')}
          caption={shorter}
          explanation={<Prose of={words} at="corpusExplanation" />}
        >
          <CorpusLine label={shorter} lengths={lengths} goal={goal} />
        </Figure>
      </div>
      <Figure
        title={text(words, 'mergesTitle')}
        caption={text(words, 'mergesCaption')}
        explanation={<Prose of={words} at="mergesExplanation" />}
      >
        <MergeTable
          caption={text(words, 'mergesTitle')}
          columns={{
            number: text(words, 'mergeNumber'),
            pair: text(words, 'mergePair'),
            joined: text(words, 'mergeJoined'),
            count: text(words, 'mergeCount'),
          }}
          rows={pairs}
        />
      </Figure>
    </div>
  );
}
