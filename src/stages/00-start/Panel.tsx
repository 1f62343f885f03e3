import { GPT3, timesLarger } from '../../content/chatgptFacts';
import { text } from '../../content/narrative';
import { inWords } from '../../content/numbers';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Prose } from '../../ui/prose/Prose';
import { useActions } from '../appStore';
import { Shown } from '../Shown';
import { Answer } from './Answer';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { CHOICES, SETTINGS, useStart } from './useStart';

const OPTIONS = CHOICES.map((value) => ({ value, label: text(words, `choice-${value}`) }));

const SETTING_VALUES = {
  codeTemperature: SETTINGS.fineTuned.temperature,
  drawnTemperature: SETTINGS.untrained.temperature,
  seed: String(SETTINGS.untrained.seed),
  maxNewTokens: SETTINGS.fineTuned.maxNewTokens,
};

const GPT3_VALUES = { parameters: inWords(GPT3.parameters), tokens: inWords(GPT3.trainingTokens) };

/** The one figure: a prompt, answered before and after learning. */
function ThreeAges({ start }: { readonly start: ReturnType<typeof useStart> }) {
  const { choice, setChoice, columns, loading, ask, done } = start;
  return (
    <section aria-labelledby="start-figure" data-tour="figure">
      <div className={styles.ask}>
        <h2 id="start-figure" className={styles.title}>
          {text(words, 'figureTitle')}
        </h2>
        <ChoiceGroup label={text(words, 'ask')} value={choice} options={OPTIONS} onChange={setChoice} />
      </div>
      <div className={styles.columns}>
        {columns.map((column, index) => (
          <Answer
            key={column.age}
            column={column}
            bytesBefore={columns[index - 1]?.point?.info.bytesSeen ?? 0}
            loading={loading}
            onAgain={() => ask(column.age)}
          />
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {done && text(words, 'allDone')}
      </p>
      <p className={styles.caption}>{text(words, 'figureCaption')}</p>
      <details className={styles.explanation}>
        <summary>{text(words, 'figureQuestion')}</summary>
        <Prose of={words} at="figureExplanation" values={SETTING_VALUES} />
      </details>
    </section>
  );
}

/** The page's question and its short answer. */
export default function Panel() {
  const { goTo } = useActions();
  const start = useStart();
  const weights = start.columns.findLast(({ point }) => point)?.point?.info.parameterCount;
  const scale = weights && { ours: inWords(weights), times: inWords(timesLarger(weights)) };
  return (
    <article className={styles.start}>
      <header className={styles.head}>
        <h1>{text(words, 'title')}</h1>
        <div className={styles.promise}>
          <Prose of={words} at="promise" />
          <p className={styles.ways}>
            <Button tone="primary" onClick={() => goTo('pretrain')}>
              {text(words, 'train')}
            </Button>
            <Button tone="plain" onClick={() => goTo('tokenize')}>
              {text(words, 'tokens')}
            </Button>
          </p>
        </div>
      </header>
      <ThreeAges start={start} />
      <Shown part="notes">
        <div className={styles.notes}>
          <section>
            <h2>{text(words, 'realTitle')}</h2>
            <Prose of={words} at="real" />
          </section>
          <section>
            <h2>{text(words, 'differentTitle')}</h2>
            <Prose of={words} at="different" values={{ ...GPT3_VALUES, ...scale }} />
            <p className={styles.source}>{text(words, 'differentSource')}</p>
          </section>
        </div>
      </Shown>
    </article>
  );
}
