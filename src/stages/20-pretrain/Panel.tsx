import { GPT3, timesLarger } from '../../content/chatgptFacts';
import { text } from '../../content/narrative';
import { inWords } from '../../content/numbers';
import { MIN_CHECKS, STORY_PROMPTS } from '../../corpora/prose/coherence';
import { parameterCount, PRESETS } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { LossExplanation } from '../../ui/charts/LossExplanation';
import { COHERENCE, LOSS } from '../../ui/charts/measures';
import { StepChart } from '../../ui/charts/StepChart';
import type { Baseline, StepSeries } from '../../ui/charts/stepSeries';
import { Checkbox } from '../../ui/controls/Checkbox';
import { Figure } from '../../ui/prose/Figure';
import { MeasuredBand } from '../../ui/prose/Measured';
import { Prose } from '../../ui/prose/Prose';
import { StageBand } from '../../ui/prose/StageBand';
import { StageLayout } from '../../ui/prose/StageLayout';
import { Guess } from '../../ui/run/Guess';
import { RunControls } from '../../ui/run/RunControls';
import { RunProgress } from '../../ui/run/RunProgress';
import { isUnderWay } from '../../ui/run/runStatus';
import { SampleStrip } from '../../ui/run/SampleStrip';
import { useActions, useAppStore } from '../appStore';
import { ExpectedNote } from '../recorded/ExpectedNote';
import { RecordedRun } from '../recorded/RecordedRun';
import { Shown } from '../Shown';
import { useHidden } from '../useHidden';
import { guessText } from './asked';
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
          options={OPTIONS.map((value) => ({ value, label: guessText(value) }))}
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

/** The choice to let fine-tuning follow at once: the whole life at one press. */
function GoesOn() {
  const goesOn = useAppStore((state) => state.runs.goesOn);
  const { setGoesOn } = useActions();
  return (
    <Checkbox
      label={text(words, 'goesOn')}
      hint={text(words, 'goesOn.hint')}
      checked={goesOn}
      onChange={setGoesOn}
    />
  );
}

const NO_BASELINES: readonly Baseline[] = [];
const CHECKED = { stories: STORY_PROMPTS.length, places: MIN_CHECKS };

/** How well the stories hold together, once their words are right. */
function Coherence({ series, totalSteps }: { series: readonly StepSeries[]; totalSteps: number }) {
  return (
    <Figure
      title={text(words, 'coherence.title')}
      caption={text(words, 'coherence.caption')}
      explanation={<Prose of={words} at="coherence.explanation" values={CHECKED} />}
    >
      <StepChart
        measure={COHERENCE}
        series={series}
        baselines={NO_BASELINES}
        totalSteps={totalSteps}
        emptyText={text(words, 'coherence.empty')}
      />
    </Figure>
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
  const { run, series, coherence, baselines, totalSteps, expected, lexicon, storyLexicon, guess } =
    usePretrain();
  const { status, record, secondsLeft, obstacle, busyElsewhere, preparing, intend } = run;
  const readsStories = useAppStore((state) => state.corpus.proseKind === 'stories');
  const isOver = status === 'finished' || status === 'stopped';
  const settings = (
    <Shown part="settings">
      <Setup underWay={isUnderWay(status)} isNext={isOver} />
    </Shown>
  );
  const trains = !useHidden('training');
  // Where nothing is trained, what it reads takes the bench.
  const excerpt = readsStories && <Excerpt />;
  return (
    <StageLayout
      title={text(words, 'title')}
      kicker={text(words, 'kicker')}
      story={<Story isBefore={trains && record === null} />}
      compact
      sections={
        <>
          <Shown part="training">
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
              <div className={styles.curves}>
                <Figure
                  title={text(words, 'loss.title')}
                  caption={text(words, 'loss.caption')}
                  explanation={
                    <LossExplanation
                      measured={record?.reports.length ?? 0}
                      hasBaselines={baselines.length > 0}
                    />
                  }
                >
                  <StepChart
                    measure={LOSS}
                    {...{ series, baselines, totalSteps }}
                    emptyText={text(words, 'loss.empty')}
                  />
                  {expected && (
                    <ExpectedNote phase="pretrain" expected={expected} isBefore={record === null} />
                  )}
                </Figure>
                {coherence && <Coherence series={coherence} totalSteps={totalSteps} />}
              </div>
            </StageBand>
          </Shown>
          <RecordedRun phase="pretrain">
            {(sample) => <SampleText sample={sample} lexicon={storyLexicon} />}
          </RecordedRun>
          <Shown part="notes">
            <MeasuredBand of={words} at="order" />
          </Shown>
          <div className={styles.after}>
            {trains && isOver && settings}
            {trains && excerpt}
            <Shown part="notes">
              <Difference />
            </Shown>
          </div>
        </>
      }
    >
      {trains ? (
        <section className={styles.run}>
          <h2>{text(words, 'run')}</h2>
          <RunControls
            {...{ status, obstacle, busyElsewhere, preparing }}
            step={record?.step ?? 0}
            restoredAtStep={record?.restoredAtStep ?? null}
            failure={record?.failure ?? null}
            onIntend={intend}
          />
          <GoesOn />
          {record && <RunProgress {...record} {...{ status, totalSteps, secondsLeft }} />}
          {/* Once a run is over, what it showed comes before the settings of another. */}
          {record && isOver && <Outcome {...{ guess, record }} />}
          {!isOver && settings}
        </section>
      ) : (
        excerpt
      )}
    </StageLayout>
  );
}
