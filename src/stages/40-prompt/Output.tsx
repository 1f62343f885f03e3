import { text } from '../../content/narrative';
import { useAppStore } from '../appStore';
import type { Generation } from '../../store/state';
import { laneLabel } from './laneLabel';
import words from './narrative.en.md';
import styles from './Output.module.css';
import { OutputTokens } from './OutputTokens';
import type { LaneView } from './useLanes';
import { splitPrompt } from './usePrompt';

/** Characters shown of what the model does not see: enough to find the place. */
const UNSEEN_SHOWN = 300;

interface OutputProps {
  readonly view: LaneView;
  /** The token whose alternatives are shown; null when it is none of these. */
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

interface WrittenProps extends OutputProps {
  readonly answer: Generation;
}

/** The prompt and what was written after it, as one text. */
function Written({ view, answer, selected, onSelect }: WrittenProps) {
  const [unseen, seen] = splitPrompt(answer);
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
      {answer.tokens.length > 0 && (
        <OutputTokens
          label={laneLabel('listTokens', view.number)}
          tokens={answer.tokens}
          given={answer.road.length}
          same={view.company?.differs ? view.company.same : null}
          {...{ selected, onSelect }}
        />
      )}
      {answer.status === 'streaming' && <span className={styles.cursor} aria-hidden="true" />}
    </div>
  );
}

/** The page an answer is written on. */
export function Output(props: OutputProps) {
  const { answer, number, isOpen, isStale, wish } = props.view;
  const isAsked = useAppStore((state) => state.lesson.question !== null);
  return (
    <section
      className={styles.output}
      aria-label={number === 1 ? text(words, 'output') : text(words, 'outputOf', { number })}
      data-stale={isStale && !isOpen ? '' : undefined}
    >
      {answer && answer.status !== 'waiting' ? (
        <Written {...props} answer={answer} />
      ) : (
        <>
          {/* Who is to guess how it goes on has to see the beginning. */}
          {isAsked && (
            <div className={styles.text}>
              <span className={styles.prompt}>{wish.prompt}</span>
            </div>
          )}
          <p className={styles.empty}>{text(words, answer ? 'waiting' : isAsked ? 'emptyAsked' : 'empty')}</p>
        </>
      )}
    </section>
  );
}
