import { text } from '../../content/narrative';
import { count, share } from '../../content/numbers';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import type { Generation } from '../../store/state';
import { Button } from '../../ui/controls/Button';
import words from './narrative.en.md';
import styles from './Output.module.css';
import { OutputTokens } from './OutputTokens';
import { endingOf, splitPrompt, SURPRISING, type PromptView } from './usePrompt';
import type { Selection } from './useSelection';

interface OutputProps {
  readonly view: PromptView;
  readonly selection: Selection;
}

/** Characters shown of what the model does not see: enough to find the place. */
const UNSEEN_SHOWN = 300;

const ENDED = { itself: 'endedItself', length: 'endedLength', stopped: 'endedStopped' } as const;

/** One line on how the writing goes. */
function progress(generation: Generation): string {
  const written = generation.tokens.filter(({ id }) => id !== END_OF_TEXT).length;
  if (generation.status === 'waiting') return text(words, 'waiting');
  if (generation.status === 'failed') return text(words, 'failed', { reason: generation.failure ?? '' });
  const ending = endingOf(generation);
  if (ending === 'itself' && written === 0) return text(words, 'endedAtOnce');
  const tokens = text(words, written === 1 ? 'oneToken' : 'tokens', { count: count(written) });
  return text(words, ending ? ENDED[ending] : 'writing', { tokens });
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

/** Heading and answer; what the answer no longer fits is said beside the heading, where the eye is. */
export function Output({ view, selection }: OutputProps) {
  const { generation, context, open } = view;
  const isStale = view.stale && !open;
  const finished = generation?.status === 'done';
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{text(words, 'outputTitle')}</h2>
        {isStale && <p className={styles.stale}>{text(words, 'stale')}</p>}
        {open && (
          <Button tone="plain" onClick={view.cancel}>
            {text(words, 'cancel')}
          </Button>
        )}
      </div>
      <section
        className={styles.output}
        aria-label={text(words, 'output')}
        data-stale={isStale ? '' : undefined}
      >
        {generation && generation.status !== 'waiting' ? (
          <Written generation={generation} selected={selection.index} onSelect={selection.select} />
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
        {generation && <p className={styles.tint}>{text(words, 'tint', { share: share(SURPRISING) })}</p>}
      </div>
      {/* Read out once, when it is whole: a stream of tokens would drown everything else. */}
      <p className="visually-hidden" role="status">
        {finished && text(words, 'announced', { text: generation.text })}
        {generation?.status === 'failed' && progress(generation)}
      </p>
    </>
  );
}
