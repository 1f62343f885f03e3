import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import { StageLayout } from '../../ui/prose/StageLayout';
import { useActions } from '../appStore';
import { PUBLISHED_VOCABULARIES } from './examples';
import { LearnMerges } from './LearnMerges';
import words from './narrative.en.md';
import { Prediction } from './Prediction';
import { ProseAgainstCode } from './ProseAgainstCode';
import { useCurrentTokenizer, useYourText } from './useTokenize';
import { YourText } from './YourText';
import styles from './Panel.module.css';

const whole = new Intl.NumberFormat('en');
const nearestThousand = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** What the model sees when it reads: text as tokens, how they are learned, and what they cost. */
export default function Panel() {
  const { goTo } = useActions();
  const tokenizer = useCurrentTokenizer();
  const yourText = useYourText();
  const vocabularies = {
    vocabSize: whole.format(tokenizer.vocabSize),
    gpt2: whole.format(PUBLISHED_VOCABULARIES.gpt2),
    gpt4: nearestThousand.format(PUBLISHED_VOCABULARIES.gpt4),
  };
  return (
    <StageLayout
      title={text(words, 'title')}
      kicker={text(words, 'kicker')}
      story={
        <>
          <Prose of={words} at="intro" />
          <Prediction tokenizer={tokenizer} />
        </>
      }
    >
      <YourText model={yourText} />
      <LearnMerges typed={yourText.text} />
      <ProseAgainstCode tokenizer={tokenizer} />
      <section className={styles.section}>
        <h2>{text(words, 'chatgptHeading')}</h2>
        <Prose of={words} at="chatgpt" values={vocabularies} />
      </section>
      <div className={styles.next}>
        <Prose of={words} at="nextHint" />
        <Button tone="primary" onClick={() => goTo('pretrain')}>
          {text(words, 'next')}
        </Button>
      </div>
    </StageLayout>
  );
}
