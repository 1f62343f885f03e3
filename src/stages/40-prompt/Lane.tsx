import { useId, useState } from 'react';
import { counted, text } from '../../content/narrative';
import { AnswerVerdict } from '../../ui/code/AnswerVerdict';
import { Button } from '../../ui/controls/Button';
import { useAppStore } from '../appStore';
import { companySentence } from './laneDifferences';
import { LaneControls } from './LaneControls';
import styles from './Lane.module.css';
import { laneLabel } from './laneLabel';
import { progress } from './laneSentences';
import words from './narrative.en.md';
import { Output } from './Output';
import type { LaneView, Lanes } from './useLanes';
import type { PromptView } from './usePrompt';
import type { Selection } from './useSelection';

interface LaneProps {
  readonly view: LaneView;
  readonly lanes: Lanes;
  readonly prompt: PromptView;
  readonly selection: Selection;
  readonly onRemove: (laneId: string) => void;
}

interface LaneHeadProps extends Pick<LaneProps, 'view' | 'lanes' | 'onRemove'> {
  /** Id of the controls, and whether they are open. */
  readonly controls: string;
  readonly isChanging: boolean;
  readonly onChange: () => void;
}

/** Its name, in one line what it does otherwise than the first, and what can be done with it. */
function LaneHead({ view, lanes, onRemove, controls, isChanging, onChange }: LaneHeadProps) {
  const { number, wish, lane, isOpen, isStale, differences } = view;
  const isAlone = lanes.lanes.length === 1;
  const isAsked = useAppStore((state) => state.lesson.question !== null);
  // A question shows the wordings themselves, and asks what comes of the rest.
  const told = differences.filter((one) => !isAsked || one !== text(words, 'differs.prompt'));
  const differs = told.join(' · ') || (lane && !isAsked && text(words, 'differs.nothing'));
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>
        {isAlone ? text(words, 'outputTitle') : text(words, 'answerTitle', { number })}
      </h2>
      <div className={styles.line}>
        {differs && <p className={styles.differs}>{differs}</p>}
        {lane && (
          <button
            type="button"
            className={styles.change}
            aria-label={laneLabel('change', number)}
            aria-expanded={isChanging}
            aria-controls={isChanging ? controls : undefined}
            onClick={onChange}
          >
            {text(words, 'change')}
          </button>
        )}
        {isStale && !isOpen && <p className={styles.stale}>{text(words, 'stale')}</p>}
      </div>
      <span className={styles.buttons}>
        {isOpen && (
          <Button
            tone="plain"
            aria-label={laneLabel('cancel', number)}
            onClick={() => lanes.cancel(wish.laneId)}
          >
            {text(words, 'cancel')}
          </Button>
        )}
        {lane && (
          <button
            type="button"
            className={styles.remove}
            aria-label={text(words, 'removeLane', { number })}
            title={text(words, 'removeLane', { number })}
            onClick={() => onRemove(wish.laneId)}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </span>
    </div>
  );
}

/** How it ended, where it leaves the first, and what it was told or could not see. */
function LaneEnd({ view: { answer, company, context } }: Pick<LaneProps, 'view'>) {
  if (!answer) return null;
  const sentence = company && companySentence(company, answer.status === 'done');
  const given = answer.road.length;
  return (
    <>
      <p className={answer.status === 'failed' ? styles.failure : undefined}>{progress(answer)}</p>
      {sentence && <p>{sentence}</p>}
      {given > 0 && <p>{counted(words, 'given', given)}</p>}
      {answer.truncated && <p>{text(words, 'truncated', { context: context ?? '' })}</p>}
    </>
  );
}

/** One answer: what it is made with, what was written, how it ended, and what Python says. */
export function Lane({ view, lanes, prompt, selection, onRemove }: LaneProps) {
  const { answer, lane, wish, number } = view;
  const controls = useId();
  const opens = lanes.opened === wish.laneId;
  const [isChanging, setIsChanging] = useState(opens);
  return (
    <div className={styles.lane}>
      <LaneHead
        {...{ view, lanes, onRemove, controls, isChanging }}
        onChange={() => setIsChanging(!isChanging)}
      />
      {lane && isChanging && (
        <LaneControls
          {...{ id: controls, number, lane, wish, opens }}
          models={lanes.models}
          onEdit={(change) => lanes.edit(lane.id, change)}
          onWrite={prompt.write}
        />
      )}
      <div className={styles.output}>
        <Output
          view={view}
          selected={selection.lane?.number === number ? selection.player.place : null}
          onSelect={(index) => selection.select(view, index)}
        />
      </div>
      <div className={styles.below}>
        <LaneEnd view={view} />
      </div>
      <div className={styles.verdict}>
        <AnswerVerdict verdict={answer?.verdict ?? null} />
      </div>
    </div>
  );
}
