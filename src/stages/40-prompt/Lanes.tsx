import { useRef } from 'react';
import { text } from '../../content/narrative';
import { share } from '../../content/numbers';
import { Lane } from './Lane';
import { announcement } from './laneSentences';
import styles from './Lanes.module.css';
import words from './narrative.en.md';
import type { Lanes as LanesView } from './useLanes';
import { SURPRISING, type PromptView } from './usePrompt';
import type { Selection } from './useSelection';

interface LanesProps {
  readonly lanes: LanesView;
  readonly prompt: PromptView;
  readonly selection: Selection;
}

/** All answers side by side, the way to one more, and what their colours mean. */
export function Lanes({ lanes, prompt, selection }: LanesProps) {
  const compare = useRef<HTMLDivElement>(null);
  const remove = (laneId: string): void => {
    lanes.remove(laneId);
    // The button that was pressed is gone: the focus stays near.
    compare.current?.focus();
  };
  const hasAnswer = lanes.lanes.some(({ answer }) => answer);
  const differs = lanes.lanes.some(({ company }) => company?.differs);
  return (
    <>
      <div className={styles.lanes} data-count={lanes.lanes.length}>
        {lanes.lanes.map((view) => (
          <Lane key={view.wish.laneId} {...{ view, lanes, prompt, selection }} onRemove={remove} />
        ))}
      </div>
      {hasAnswer && (
        <p className={styles.key}>
          {text(words, 'tint', { share: share(SURPRISING) })} {differs && text(words, 'differs.key')}
        </p>
      )}
      <div
        ref={compare}
        className={styles.compare}
        role="group"
        aria-label={text(words, 'compare')}
        tabIndex={-1}
      >
        {lanes.isFull ? (
          <span>{text(words, 'compareFull')}</span>
        ) : (
          <span aria-hidden="true">{text(words, 'compare')}:</span>
        )}
        {lanes.ways.map((way) => (
          <button key={way} type="button" disabled={prompt.blocked} onClick={() => lanes.add(way)}>
            {text(words, `way.${way}`)}
          </button>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {announcement(lanes.lanes)}
      </p>
    </>
  );
}
