import { text } from '../../content/narrative';
import { hexByte } from '../../ui/tokens/tokenDisplay';
import { TokenGlyphs } from '../../ui/tokens/TokenGlyphs';
import words from './narrative.en.md';
import type { TokenFacts } from './reading';
import styles from './Facts.module.css';

interface FactsProps {
  readonly facts: TokenFacts | null;
  /** Merges of the whole tokenizer. */
  readonly mergeCount: number;
}

/** One line about the token pointed at. It keeps its place when nothing is chosen, so nothing jumps. */
export function Facts({ facts, mergeCount }: FactsProps) {
  if (!facts) return <p className={styles.facts}>{text(words, 'factsHint')}</p>;
  const { id, parts, bytes, origin } = facts;
  return (
    <div className={styles.facts}>
      <span className={styles.token}>
        <TokenGlyphs parts={parts} />
      </span>
      <dl>
        <div>
          <dt>{text(words, 'factNumber')}</dt>
          <dd>{id}</dd>
        </div>
        <div>
          <dt>{text(words, 'factBytes')}</dt>
          <dd className={styles.mono}>{Array.from(bytes, hexByte).join(' ')}</dd>
        </div>
        <div>
          <dt>{text(words, 'factOrigin')}</dt>
          <dd>
            {origin ? (
              <>
                <span className={styles.token}>
                  <TokenGlyphs parts={origin.left} />
                </span>
                {' + '}
                <span className={styles.token}>
                  <TokenGlyphs parts={origin.right} />
                </span>{' '}
                ({text(words, 'factMerge', { number: origin.number, count: mergeCount })})
              </>
            ) : (
              text(words, 'factByte')
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
