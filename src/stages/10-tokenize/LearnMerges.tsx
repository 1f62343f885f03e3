import { useState } from 'react';
import { counted, text } from '../../content/narrative';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { useAppStore } from '../appStore';
import { Adopt } from './Adopt';
import { FirstPair } from './FirstPair';
import { LearnedSoFar } from './LearnedSoFar';
import words from './narrative.en.md';
import { useLearning, type LearningSource, type LearningState } from './useLearning';
import styles from './LearnMerges.module.css';

const BYTES = 256;

const SOURCE_KEYS: Readonly<Record<LearningSource, string>> = {
  storiesAndCode: 'sourceBoth',
  stories: 'sourceStories',
  code: 'sourceCode',
  typed: 'sourceTyped',
};

const SOURCES: readonly LearningSource[] = ['storiesAndCode', 'stories', 'code', 'typed'];

/** One sentence on where the training stands; it changes rarely, so it may be read out. */
function statusLine({ status, source, pairs }: LearningState, goal: number): string {
  switch (status) {
    case 'idle':
      return text(words, 'statusIdle');
    case 'collecting':
      return text(words, 'statusCollecting');
    case 'running':
      return counted(words, 'statusRunning', goal, { source: text(words, SOURCE_KEYS[source]) });
    case 'held':
      return text(words, 'statusHeld');
    case 'finished':
      if (pairs.length === 0) return text(words, 'statusNothing');
      return counted(words, pairs.length < goal ? 'statusEarly' : 'statusFinished', pairs.length);
  }
}

interface ControlsProps {
  readonly learning: ReturnType<typeof useLearning>;
  readonly onBegin: () => void;
  /** What is going on, in words. */
  readonly children: string;
}

function Controls({ learning, onBegin, children }: ControlsProps) {
  const { status, hurried } = learning;
  const isRunning = status === 'running';
  return (
    <div className={styles.controls}>
      {status === 'idle' && (
        <Button tone="primary" onClick={onBegin}>
          {text(words, 'begin')}
        </Button>
      )}
      {(isRunning || status === 'collecting') && (
        <Button tone="primary" disabled={!isRunning} onClick={learning.hold}>
          {text(words, 'hold')}
        </Button>
      )}
      {status === 'held' && (
        <>
          <Button tone="primary" onClick={learning.run}>
            {text(words, 'run')}
          </Button>
          <Button onClick={learning.learnOne}>{text(words, 'learnOne')}</Button>
        </>
      )}
      {(status === 'held' || (isRunning && !hurried)) && (
        <Button onClick={learning.hurry}>{text(words, 'learnRest')}</Button>
      )}
      {status === 'finished' && <Button onClick={onBegin}>{text(words, 'beginAgain')}</Button>}
      <p role="status" className={styles.status}>
        {children}
      </p>
    </div>
  );
}

interface LearnMergesProps {
  /** What stands in the text box, for those who want to learn from it. */
  readonly typed: string;
}

/** The trainer at work, merge by merge, with the reader's hand on it. */
export function LearnMerges({ typed }: LearnMergesProps) {
  const shipped = useAppStore((state) => state.tokenizer.shipped);
  const goal = shipped.merges.length;
  const learning = useLearning(FIRST_MERGE_ID + goal);
  const [source, setSource] = useState<LearningSource>('storiesAndCode');
  const { status, pairs } = learning;
  const busy = status === 'collecting' || status === 'running' || status === 'held';
  return (
    <StageSection
      title={text(words, 'learnHeading')}
      anchor="merges"
      story={
        <>
          <Prose of={words} at="learnIntro" values={{ byteCount: BYTES }} />
          <FirstPair first={pairs[0] ?? null} />
        </>
      }
    >
      {!busy && (
        <ChoiceGroup
          label={text(words, 'sourceLabel')}
          value={source}
          options={SOURCES.map((value) => ({ value, label: text(words, SOURCE_KEYS[value]) }))}
          onChange={setSource}
        />
      )}
      <Controls learning={learning} onBegin={() => learning.begin(source, typed)}>
        {statusLine(learning, goal)}
      </Controls>
      {pairs.length > 0 && <LearnedSoFar pairs={pairs} goal={goal} />}
      <Adopt pairs={status === 'finished' || status === 'held' ? pairs : []} />
    </StageSection>
  );
}
