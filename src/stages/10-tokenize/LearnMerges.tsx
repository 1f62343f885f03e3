import { useState } from 'react';
import { text } from '../../content/narrative';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Prose } from '../../ui/prose/Prose';
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
  const values = { source: text(words, SOURCE_KEYS[source]), goal, count: pairs.length };
  switch (status) {
    case 'idle':
      return text(words, 'statusIdle');
    case 'collecting':
      return text(words, 'statusCollecting');
    case 'running':
      return text(words, 'statusRunning', values);
    case 'held':
      return text(words, 'statusHeld');
    case 'finished':
      if (pairs.length === 0) return text(words, 'statusNothing');
      return text(words, pairs.length < goal ? 'statusEarly' : 'statusFinished', values);
  }
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
  const begin = (): void => learning.begin(source, typed);
  return (
    <section className={styles.section}>
      <h2>{text(words, 'learnHeading')}</h2>
      <Prose of={words} at="learnIntro" values={{ byteCount: BYTES }} />
      <FirstPair first={pairs[0] ?? null} />
      {!busy && (
        <ChoiceGroup
          label={text(words, 'sourceLabel')}
          value={source}
          options={SOURCES.map((value) => ({ value, label: text(words, SOURCE_KEYS[value]) }))}
          onChange={setSource}
        />
      )}
      <div className={styles.controls}>
        {status === 'idle' && (
          <Button tone="primary" onClick={begin}>
            {text(words, 'begin')}
          </Button>
        )}
        {(status === 'running' || status === 'collecting') && (
          <Button tone="primary" disabled={status === 'collecting'} onClick={learning.hold}>
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
        {(status === 'held' || (status === 'running' && !learning.hurried)) && (
          <Button onClick={learning.hurry}>{text(words, 'learnRest')}</Button>
        )}
        {status === 'finished' && <Button onClick={begin}>{text(words, 'beginAgain')}</Button>}
        <p role="status" className={styles.status}>
          {statusLine(learning, goal)}
        </p>
      </div>
      {pairs.length > 0 && <LearnedSoFar pairs={pairs} goal={goal} />}
      <Adopt pairs={status === 'finished' || status === 'held' ? pairs : []} />
    </section>
  );
}
