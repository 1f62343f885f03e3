import { text } from '../../content/narrative';
import { count, inWords } from '../../content/numbers';
import { GPT3, timesLarger } from '../../content/chatgptFacts';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { useActions } from '../appStore';
import { Answer } from './Answer';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { CHOICES, SETTINGS, useStart } from './useStart';

const OPTIONS = CHOICES.map((value) => ({ value, label: text(words, `choice-${value}`) }));

const EXPLANATION = {
  trainedTemperature: SETTINGS.fineTuned.temperature,
  untrainedTemperature: SETTINGS.untrained.temperature,
  seed: SETTINGS.untrained.seed,
  maxNewTokens: SETTINGS.fineTuned.maxNewTokens,
};

/** The page's question and its short answer: one prompt before and after learning. */
export default function Panel() {
  const { goTo } = useActions();
  const { choice, setChoice, columns, loading, ask, done } = useStart();
  const parameterCount = columns.at(-1)?.point?.info.parameterCount;
  const scale = parameterCount
    ? { ours: inWords(parameterCount), times: inWords(timesLarger(parameterCount)) }
    : {};
  return (
    <article className={styles.start}>
      <header className={styles.head}>
        <h1>{text(words, 'title')}</h1>
        <Prose of={words} at="promise" className={styles.promise ?? ''} />
        <Button tone="primary" className={styles.train ?? ''} onClick={() => goTo('pretrain')}>
          {text(words, 'train')}
        </Button>
      </header>
      <section className={styles.figure} aria-labelledby="start-figure">
        <h2 id="start-figure" className="visually-hidden">
          {text(words, 'figureTitle')}
        </h2>
        <ChoiceGroup label={text(words, 'ask')} value={choice} options={OPTIONS} onChange={setChoice} />
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
      </section>
    </article>
  );
}
