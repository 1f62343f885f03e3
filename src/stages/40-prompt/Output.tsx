import { useState } from 'react';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { Generation } from '../../store/state';
import { Alternatives } from './Alternatives';
import words from './narrative.en.md';
import styles from './Output.module.css';
import { OutputTokens } from './OutputTokens';
import { endingOf, leastSure, splitPrompt } from './usePrompt';

interface OutputProps {
  readonly generation: Generation | undefined;
  readonly context: number | undefined;
  readonly stale: boolean;
}

/** Characters shown of what the model does not see: enough to find the place. */
const UNSEEN_SHOWN = 300;

const ENDED = { itself: 'endedItself', length: 'endedLength', stopped: 'endedStopped' } as const;

/** One line on how the writing goes. */
function progress(generation: Generation): string {
  const values = { count: count(generation.tokens.length) };
  if (generation.status === 'waiting') return text(words, 'waiting');
  if (generation.status === 'failed') return text(words, 'failed', { reason: generation.failure ?? '' });
  const ending = endingOf(generation);
  return text(words, ending ? ENDED[ending] : 'writing', values);
}

interface WrittenProps {
  readonly generation: Generation;
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

/** The prompt and what was written after it, as one text. */
function Written({ generation, selected, onSelect }: WrittenProps) {
  const [unseen, seen] = splitPrompt(generation);
  return (
    <div className={styles.text}>
      {unseen && (
        <>
          <del className={styles.unseen}>
            {unseen.length > UNSEEN_SHOWN && '…'}
            {unseen.slice(-UNSEEN_SHOWN)}
          </del>
          <span className={styles.edge} title={text(words, 'unseen')} aria-hidden="true" />
        </>
      )}
      <span className={styles.prompt}>{seen}</span>
      {generation.tokens.length > 0 && (
        <OutputTokens tokens={generation.tokens} selected={selected} onSelect={onSelect} />
      )}
      {generation.status === 'streaming' && <span className={styles.cursor} aria-hidden="true" />}
    </div>
  );
}

/** What the model writes, and for each of its tokens what else it could have been. */
export function Output({ generation, context, stale }: OutputProps) {
  const [selection, setSelection] = useState<{ readonly request: string; readonly index: number } | null>(
    null,
  );
  const finished = generation?.status === 'done';
  const picked = generation && selection?.request === generation.requestId ? selection.index : null;
  const selected = picked ?? (finished ? leastSure(generation) : null);
  return (
    <>
      <section className={styles.output} aria-label={text(words, 'output')}>
        {generation && generation.status !== 'waiting' ? (
          <Written
            generation={generation}
            selected={selected}
            onSelect={(index) => setSelection({ request: generation.requestId, index })}
          />
        ) : (
          <p className={styles.empty}>{text(words, generation ? 'waiting' : 'empty')}</p>
        )}
      </section>
      <div className={styles.below}>
        {generation && (
          <p className={generation.status === 'failed' ? styles.failure : undefined}>
            {progress(generation)}
          </p>
        )}
        {generation?.truncated && <p>{text(words, 'truncated', { context: context ?? '' })}</p>}
        {stale && <p>{text(words, 'stale')}</p>}
        {generation && <p className={styles.tint}>{text(words, 'tint')}</p>}
      </div>
      {/* Read out once, when it is whole: a stream of tokens would drown everything else. */}
      <p className="visually-hidden" role="status">
        {finished && text(words, 'announced', { text: generation.text })}
        {generation?.status === 'failed' && progress(generation)}
      </p>
      <div className={styles.alternatives}>
        <Alternatives
          token={selected === null ? undefined : generation?.tokens[selected]}
          picked={picked !== null}
        />
      </div>
    </>
  );
}
