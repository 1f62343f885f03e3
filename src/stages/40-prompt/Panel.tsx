import { GPT3 } from '../../content/chatgptFacts';
import { text } from '../../content/narrative';
import { count, inWords } from '../../content/numbers';
import { Prose } from '../../ui/prose/Prose';
import { StageLayout } from '../../ui/prose/StageLayout';
import words from './narrative.en.md';
import { Output } from './Output';
import styles from './Panel.module.css';
import { Question } from './Question';
import { Settings } from './Settings';
import { usePrompt } from './usePrompt';

const GPT3_VALUES = { parameters: inWords(GPT3.parameters), theirs: count(GPT3.contextTokens) };

function Story() {
  return (
    <>
      <Prose of={words} at="intro" />
      <Prose of={words} at="steering" />
    </>
  );
}

/** A prompt, a model, and the settings between them: what it writes, token by token. */
export default function Panel() {
  const view = usePrompt();
  const { context } = view;
  return (
    <StageLayout title={text(words, 'title')} kicker={text(words, 'kicker')} story={<Story />}>
      <div className={styles.bench}>
        <section className={styles.question} aria-labelledby="prompt-question">
          <h2 id="prompt-question" className={styles.title}>
            {text(words, 'promptTitle')}
          </h2>
          <Question view={view} />
        </section>
        <div className={styles.answer}>
          <h2 className={styles.title}>{text(words, 'outputTitle')}</h2>
          <Output generation={view.generation} context={context} stale={view.stale} />
        </div>
        <section className={styles.settings} aria-labelledby="prompt-settings">
          <h2 id="prompt-settings" className={styles.title}>
            {text(words, 'settingsTitle')}
          </h2>
          <Settings settings={view.settings} onEdit={view.editSettings} />
          <h3 className={styles.try}>{text(words, 'tryTitle')}</h3>
          <Prose of={words} at="try" />
        </section>
      </div>
      <section>
        <h2 className={styles.title}>{text(words, 'differentTitle')}</h2>
        <Prose of={words} at="different" values={{ ...GPT3_VALUES, ...(context && { ours: context }) }} />
      </section>
    </StageLayout>
  );
}
