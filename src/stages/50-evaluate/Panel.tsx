import { CITATIONS } from '../../content/citations';
import { text } from '../../content/narrative';
import { count, share } from '../../content/numbers';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Measured, MeasuredBand } from '../../ui/prose/Measured';
import { Prose } from '../../ui/prose/Prose';
import { StageBand } from '../../ui/prose/StageBand';
import { StageLayout } from '../../ui/prose/StageLayout';
import { useAppStore } from '../appStore';
import { Shown } from '../Shown';
import { CODEX } from './codexFacts';
import { Memory } from './Memory';
import words from './narrative.en.md';
import { Outcome } from './Outcome';
import { OwnTask } from './OwnTask';
import styles from './Panel.module.css';
import { FAILINGS } from './prediction';
import { Programmer } from './Programmer';
import { Results } from './Results';
import { RunBar } from './RunBar';
import { Setup } from './Setup';
import { Sweep } from './Sweep';
import {
  isOpen,
  programsPerModel,
  useGuess,
  useModels,
  useOpened,
  useProgress,
  useResults,
} from './useEvaluate';

const CODEX_VALUES = {
  problems: count(CODEX.problems),
  one: share(CODEX.passAt1),
  hundred: share(CODEX.passAt100),
  gpt3: share(CODEX.gpt3),
  source: CITATIONS['chen2021'] ?? '',
};

function Story() {
  const { guess, locked, setGuess } = useGuess();
  return (
    <>
      <Prose of={words} at="intro" />
      {locked ? (
        <p className={styles.guess}>
          <strong>{text(words, 'question')}</strong>{' '}
          {guess
            ? text(words, 'guess.yours', { guess: text(words, `guess.${guess}`) })
            : text(words, 'guess.none')}
        </p>
      ) : (
        <ChoiceGroup
          label={text(words, 'question')}
          value={guess}
          options={FAILINGS.map((value) => ({ value, label: text(words, `guess.${value}`) }))}
          onChange={setGuess}
        />
      )}
    </>
  );
}

/** What the famous relative does differently, and the sentence this stage ends with. */
function Notes() {
  return (
    <div className={styles.after}>
      <section>
        <h2 className={styles.title}>{text(words, 'different.title')}</h2>
        <Prose of={words} at="different" values={CODEX_VALUES} />
      </section>
      <section>
        <h2 className={styles.title}>{text(words, 'closing.title')}</h2>
        <Prose of={words} at="closing" />
      </section>
    </div>
  );
}

/** The judge: a real Python runs what the models write, and the reader has the last word. */
export default function Panel() {
  const { first, second, nameOf } = useModels();
  const { guess } = useGuess();
  const progress = useProgress();
  const results = useResults();
  const settings = useAppStore((state) => state.evaluation.settings);
  const isOver = results.asked !== null && !isOpen(progress.status);
  const { opened, picked, open } = useOpened(results.programs, isOver);
  const [funnel] = results.funnels;
  return (
    <StageLayout
      title={text(words, 'title')}
      kicker={text(words, 'kicker')}
      story={<Story />}
      compact
      sections={
        <>
          <Results {...{ results, opened, picked, nameOf }} onOpen={open} />
          {opened && isOver && (
            <>
              <StageBand title={text(words, 'fix.title')} anchor="repair">
                <Programmer program={opened} />
              </StageBand>
              <StageBand title={text(words, 'memory.heading')}>
                <Memory programs={results.programs} {...{ opened, nameOf }} />
              </StageBand>
            </>
          )}
          <StageBand title={text(words, 'sweep.heading')}>
            <Sweep model={nameOf(first)} />
          </StageBand>
          <Shown part="notes">
            <MeasuredBand of={words} at="measured" bars>
              <Measured of={words} at="daring" />
            </MeasuredBand>
          </Shown>
          <StageBand title={text(words, 'own.title')}>
            <OwnTask model={nameOf(first)} />
          </StageBand>
          <Shown part="notes">
            <Notes />
          </Shown>
        </>
      }
    >
      <section className={styles.bench}>
        <h2>{text(words, 'examination')}</h2>
        <RunBar
          {...progress}
          next={programsPerModel(settings) * (second === null ? 1 : 2)}
          onRun={progress.run}
          onCancel={progress.cancel}
        />
        {progress.status === 'done' && funnel && <Outcome guess={guess} funnel={funnel} />}
        <Shown part="settings">
          <Setup />
        </Shown>
      </section>
    </StageLayout>
  );
}
