import { text } from '../../content/narrative';
import { LossExplanation } from '../../ui/charts/LossExplanation';
import { LOSS, SHARE } from '../../ui/charts/measures';
import { StepChart } from '../../ui/charts/StepChart';
import type { Baseline } from '../../ui/charts/stepSeries';
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
import { shownText } from '../../ui/tokens/shownText';
import { ExpectedNote } from '../recorded/ExpectedNote';
import { RecordedRun } from '../recorded/RecordedRun';
import { Shown } from '../Shown';
import { useHidden } from '../useHidden';
import { BeforeAfter } from './BeforeAfter';
import words from './narrative.en.md';
import { Outcome } from './Outcome';
import styles from './Panel.module.css';
import { FATES } from './prediction';
import { PythonCode } from '../../ui/code/PythonCode';
import { Setup } from './Setup';
import { SnippetBrowser } from './SnippetBrowser';
import { useFineTune, useGuess } from './useFineTune';

function Story({ isBefore }: { readonly isBefore: boolean }) {
  const { guess, locked, setGuess } = useGuess();
  return (
    <>
      <Prose of={words} at="intro" />
      <Guess
        question={text(words, 'question')}
        value={guess}
        options={FATES.map((value) => ({ value, label: text(words, `guess.${value}`) }))}
        locked={locked}
        onGuess={setGuess}
      />
      {isBefore && (
        <div className={styles.watch}>
          <Prose of={words} at="watch" />
        </div>
      )}
    </>
  );
}

const NO_BASELINES: readonly Baseline[] = [];

/** Fine-tuning, live: the model that learned to write now learns to write Python. */
export default function Panel() {
  const { run, series, verdicts, baselines, totalSteps, guess, expected } = useFineTune();
  const { status, record, secondsLeft, obstacle, busyElsewhere, preparing, intend } = run;
  const isOver = status === 'finished' || status === 'stopped';
  const note = expected && <ExpectedNote phase="fineTune" expected={expected} isBefore={record === null} />;
  const settings = (
    <Shown part="settings">
      <Setup underWay={isUnderWay(status)} isNext={isOver} />
    </Shown>
  );
  const trains = !useHidden('training');
  // Where nothing is trained, what it reads takes the bench.
  const browser = (
    <Figure title={text(words, 'browser.title')} caption={text(words, 'browser.hint')}>
      <SnippetBrowser />
    </Figure>
  );
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
                  {(sample) => <PythonCode prompt={sample.prompt} code={shownText(sample.text)} />}
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
                  {note}
                </Figure>
                <Figure
                  title={text(words, 'verdicts.title')}
                  caption={text(words, 'verdicts.caption')}
                  explanation={<Prose of={words} at="verdicts.explanation" />}
                >
                  <StepChart
                    measure={SHARE}
                    series={verdicts}
                    baselines={NO_BASELINES}
                    totalSteps={totalSteps}
                    emptyText={text(words, 'verdicts.empty')}
                  />
                </Figure>
              </div>
            </StageBand>
          </Shown>
          <RecordedRun phase="fineTune">
            {(sample) => <PythonCode prompt={sample.prompt} code={shownText(sample.text)} />}
          </RecordedRun>
          <Shown part="notes">
            <MeasuredBand of={words} at="cost" />
            <MeasuredBand of={words} at="gift" bars />
          </Shown>
          <div className={styles.after}>
            <BeforeAfter isOver={isOver} />
            {trains && isOver && settings}
            {trains && browser}
            <Shown part="notes">
              <section className={styles.difference}>
                <h2>{text(words, 'difference.title')}</h2>
                <Prose of={words} at="difference" />
              </section>
            </Shown>
          </div>
        </>
      }
    >
      {trains ? (
        <section className={styles.part}>
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
          {record && isOver && <Outcome guess={guess} record={record} />}
          {!isOver && settings}
        </section>
      ) : (
        browser
      )}
    </StageLayout>
  );
}
