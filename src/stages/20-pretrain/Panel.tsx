import { GPT3, timesLarger } from '../../content/chatgptFacts';
import { text } from '../../content/narrative';
import { inWords } from '../../content/numbers';
import { parameterCount, PRESETS } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { LossExplanation } from '../../ui/charts/LossExplanation';
import { LOSS } from '../../ui/charts/measures';
import { StepChart } from '../../ui/charts/StepChart';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageBand } from '../../ui/prose/StageBand';
import { StageLayout } from '../../ui/prose/StageLayout';
import { Guess } from '../../ui/run/Guess';
import { RunControls } from '../../ui/run/RunControls';
import { RunProgress } from '../../ui/run/RunProgress';
import { isUnderWay } from '../../ui/run/runStatus';
import { SampleStrip } from '../../ui/run/SampleStrip';
import { useAppStore } from '../appStore';
import { Excerpt } from './Excerpt';
import words from './narrative.en.md';
import { Outcome } from './Outcome';
import styles from './Panel.module.css';
import type { Guess as StepGuess } from './prediction';
import { SampleText } from './SampleText';
import { Setup } from './Setup';
import { useGuess, usePretrain } from './usePretrain';

const OPTIONS: readonly StepGuess[] = ['within25', 'within100', 'within300', 'later'];

function Story({ isBefore }: { readonly isBefore: boolean }) {
  const { guess, locked, setGuess } = useGuess();
  return (
    <>
      <Prose of={words} at="intro" />
      <div className={styles.question}>
        <Guess
          question={text(words, 'question')}
          value={guess}
          options={OPTIONS.map((value) => ({ value, label: text(words, `guess.${value}`) }))}
          locked={locked}
          onGuess={setGuess}
        />
        <p className={styles.hint}>{text(words, 'question.hint')}</p>
      </div>
      {isBefore && (
        <div className={styles.watch}>
          <Prose of={words} at="watch" />
        </div>
      )}
    </>
  );
}

function Difference() {
  const preset = useAppStore((state) => state.runs.drafts.pretrain.preset);
  const vocabSize = useAppStore((state) => FIRST_MERGE_ID + state.tokenizer.current.merges.length);
  const values = {
    parameters: GPT3.parameters / 1e9,
    tokens: GPT3.trainingTokens / 1e9,
    times: inWords(timesLarger(parameterCount({ ...PRESETS[preset].shape, vocabSize }))),
  };
  return (
    <section className={styles.difference}>
      <h2>{text(words, 'difference.title')}</h2>
      <Prose of={words} at="difference" values={values} />
    </section>
  );
}

/** Pretraining, live: one GPT learns to write from random weights. */
export default function Panel() {
  const { run, series, baselines, totalSteps, lexicon, guess, outcome } = usePretrain();
  const { status, record, secondsLeft, obstacle, busyElsewhere, preparing, intend } = run;
  const readsStories = useAppStore((state) => state.corpus.proseKind === 'stories');
  const isOver = status === 'finished' || status === 'stopped';
  const settings = <Setup underWay={isUnderWay(status)} />;
  return (
    <StageLayout
      title={text(words, 'title')}
      kicker={text(words, 'kicker')}
      story={<Story isBefore={record === null} />}
      compact
      sections={
        <>
          <StageBand title={text(words, 'learns')}>
            <Figure
              title={text(words, 'samples.title')}
              caption={text(words, 'samples.caption')}
              explanation={<Prose of={words} at="samples.explanation" />}
            >
              <SampleStrip samples={record?.samples ?? []}>
                {(sample) => <SampleText sample={sample} lexicon={lexicon} />}
              </SampleStrip>
            </Figure>
            <Figure
              title={text(words, 'loss.title')}
              caption={text(words, 'loss.caption')}
              explanation={
                <LossExplanation measured={record?.reports.length ?? 0} hasBaselines={baselines.length > 0} />
              }
            >
              <StepChart
                measure={LOSS}
                {...{ series, baselines, totalSteps }}
                emptyText={text(words, 'loss.empty')}
              />
            </Figure>
          </StageBand>
          <div className={styles.after}>
            {isOver && settings}
            {readsStories && <Excerpt />}
            <Difference />
          </div>
        </>
      }
    >
      <section className={styles.run}>
        <h2>{text(words, 'run')}</h2>
        <RunControls
          {...{ status, obstacle, busyElsewhere, preparing }}
          step={record?.step ?? 0}
          restoredAtStep={record?.restoredAtStep ?? null}
          failure={record?.failure ?? null}
          onIntend={intend}
        />
        {record && <RunProgress {...record} {...{ status, totalSteps, secondsLeft }} />}
        {/* Once a run is over, what it showed comes before the settings of another. */}
        {record && outcome && isOver && <Outcome {...{ ...outcome, guess, steps: record.step }} />}
        {!isOver && settings}
      </section>
    </StageLayout>
  );
}
