import { GPT3 } from '../../content/chatgptFacts';
import { text } from '../../content/narrative';
import { count, inWords } from '../../content/numbers';
import { MeasuredBand } from '../../ui/prose/Measured';
import { Prose } from '../../ui/prose/Prose';
import { StageLayout } from '../../ui/prose/StageLayout';
import { useAppStore } from '../appStore';
import { Shown } from '../Shown';
import { Gallery } from './Gallery';
import { History } from './History';
import { Lanes } from './Lanes';
import { LaneToken } from './LaneToken';
import { ModelFiles } from './ModelFiles';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { Question } from './Question';
import { Settings } from './Settings';
import { useLanes } from './useLanes';
import { usePrompt } from './usePrompt';
import { useSelection } from './useSelection';
import { WordingLab } from './WordingLab';

const GPT3_VALUES = { parameters: inWords(GPT3.parameters), theirs: count(GPT3.contextTokens) };

function Story() {
  return (
    <div className={styles.intro}>
      <Prose of={words} at="intro" />
    </div>
  );
}

/** How to steer it, and what the famous relative does differently, across the page. */
function Notes({ context }: { readonly context: number | undefined }) {
  return (
    <div className={styles.notes}>
      <section>
        <h2 className={styles.title}>{text(words, 'steeringTitle')}</h2>
        <Prose of={words} at="steering" />
      </section>
      <section>
        <h2 className={styles.title}>{text(words, 'differentTitle')}</h2>
        <Prose of={words} at="different" values={{ ...GPT3_VALUES, ...(context && { ours: context }) }} />
      </section>
    </div>
  );
}

/** A prompt, a model, and the settings between them: what it writes, token by token, in one answer or several. */
export default function Panel() {
  const view = usePrompt();
  const lanes = useLanes();
  const selection = useSelection(lanes.lanes);
  const asks = useAppStore((state) => state.lesson.question !== null);
  const compares = lanes.lanes.length > 1;
  return (
    <StageLayout
      title={text(words, 'title')}
      kicker={text(words, 'kicker')}
      lead={
        <Shown part="gallery">
          <Gallery />
        </Shown>
      }
      story={<Story />}
      sections={
        <>
          <WordingLab />
          <Shown part="notes">
            <MeasuredBand of={words} at="wording" bars />
            <Notes context={view.context} />
          </Shown>
        </>
      }
      compact
    >
      <div
        className={styles.bench}
        data-compares={compares ? '' : undefined}
        data-asked={asks ? '' : undefined}
      >
        <section className={styles.question} aria-labelledby="prompt-question">
          <h2 id="prompt-question" className="visually-hidden">
            {text(words, 'promptTitle')}
          </h2>
          <Question view={view} models={lanes.models} />
        </section>
        <div className={styles.answer}>
          <Lanes lanes={lanes} prompt={view} selection={selection} />
        </div>
        <Shown part="settings">
          <section className={styles.settings} aria-labelledby="prompt-settings">
            <h2 id="prompt-settings" className={styles.title}>
              {text(words, compares ? 'settingsTitleFirst' : 'settingsTitle')}
            </h2>
            <Settings settings={view.settings} onEdit={view.editSettings} />
            <h3 className={styles.try}>{text(words, 'tryTitle')}</h3>
            <Prose of={words} at="try" />
          </section>
        </Shown>
        <div className={styles.others}>
          <LaneToken lanes={lanes} selection={selection} />
          <History />
          <ModelFiles />
        </div>
      </div>
    </StageLayout>
  );
}
