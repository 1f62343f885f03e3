import { text } from '../../content/narrative';
import { LossChart } from '../../ui/charts/LossChart';
import { LossExplanation } from '../../ui/charts/LossExplanation';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageLayout } from '../../ui/prose/StageLayout';
import { RunControls } from '../../ui/run/RunControls';
import { RunProgress } from '../../ui/run/RunProgress';
import { isUnderWay } from '../../ui/run/runStatus';
import { SampleStrip } from '../../ui/run/SampleStrip';
import { BeforeAfter } from './BeforeAfter';
import words from './narrative.en.md';
import { Outcome } from './Outcome';
import styles from './Panel.module.css';
import { FATES } from './prediction';
import { PythonText } from './PythonText';
import { Setup } from './Setup';
import { useFineTune, useGuess } from './useFineTune';

function Story() {
  const { guess, setGuess } = useGuess();
  return (
    <>
      <Prose of={words} at="intro" />
      <ChoiceGroup
        label={text(words, 'question')}
        value={guess}
        options={FATES.map((value) => ({ value, label: text(words, `guess.${value}`) }))}
        onChange={setGuess}
      />
      <div className={styles.watch}>
        <Prose of={words} at="watch" />
      </div>
    </>
  );
}

/** Fine-tuning, live: the model that learned to write now learns to write Python. */
export default function Panel() {
  const { run, series, baselines, totalSteps, guess } = useFineTune();
  const { status, record, secondsLeft, obstacle, busyElsewhere, intend } = run;
  const isOver = status === 'finished' || status === 'stopped';
  return (
    <StageLayout title={text(words, 'title')} kicker={text(words, 'kicker')} story={<Story />}>
      <section className={styles.part}>
        <h2>{text(words, 'run')}</h2>
        <RunControls
          {...{ status, obstacle, busyElsewhere }}
          step={record?.step ?? 0}
          restoredAtStep={record?.restoredAtStep ?? null}
          failure={record?.failure ?? null}
          onIntend={intend}
        />
        {record && <RunProgress {...record} {...{ status, totalSteps, secondsLeft }} />}
        {record && isOver && <Outcome guess={guess} record={record} />}
        <Setup disabled={isUnderWay(status)} open={record === null} />
      </section>
      <section className={styles.part}>
        <h2>{text(words, 'learns')}</h2>
        <Figure
          title={text(words, 'loss.title')}
          caption={text(words, 'loss.caption')}
          explanation={
            <LossExplanation measured={record?.reports.length ?? 0} hasBaselines={baselines.length > 0} />
          }
        >
          <LossChart {...{ series, baselines, totalSteps }} emptyText={text(words, 'loss.empty')} />
        </Figure>
        <Figure title={text(words, 'samples.title')} caption={text(words, 'samples.caption')}>
          <SampleStrip samples={record?.samples ?? []}>
            {(sample) => <PythonText code={sample.prompt + sample.text} />}
          </SampleStrip>
        </Figure>
        <BeforeAfter isOver={isOver} />
      </section>
      <section className={styles.difference}>
        <h2>{text(words, 'difference.title')}</h2>
        <Prose of={words} at="difference" />
      </section>
    </StageLayout>
  );
}
