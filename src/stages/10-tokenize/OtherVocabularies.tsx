import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { PUBLISHED_VOCABULARIES } from './examples';
import words from './narrative.en.md';
import styles from './OtherVocabularies.module.css';

const { gpt2, gpt4 } = PUBLISHED_VOCABULARIES;

interface OtherVocabulariesProps {
  /** Tokens in the vocabulary on this page. */
  readonly ownSize: number;
  readonly onNext: () => void;
}

/** This page's vocabulary beside those of GPT-2 and GPT-4, to scale, and the way on. */
export function OtherVocabularies({ ownSize, onNext }: OtherVocabulariesProps) {
  const rows = [
    { name: text(words, 'vocabulariesOurs'), size: ownSize },
    { name: text(words, 'vocabulariesGpt2'), size: gpt2 },
    { name: text(words, 'vocabulariesGpt4'), size: gpt4 },
  ];
  return (
    <StageSection title={text(words, 'chatgptHeading')} story={<Prose of={words} at="chatgpt" />}>
      <Figure
        title={text(words, 'vocabulariesTitle')}
        caption={text(words, 'vocabulariesCaption')}
        explanation={<Prose of={words} at="vocabulariesExplanation" />}
      >
        <dl className={styles.bars}>
          {rows.map(({ name, size }) => (
            <div key={name} className={styles.row}>
              <dt>{name}</dt>
              <dd>
                <span className={styles.bar} style={{ inlineSize: `${(size / gpt4) * 75}%` }} />
                {count(size)}
              </dd>
            </div>
          ))}
        </dl>
      </Figure>
      <div className={styles.next}>
        <Prose of={words} at="nextHint" />
        <Button tone="primary" onClick={onNext}>
          {text(words, 'next')}
        </Button>
      </div>
    </StageSection>
  );
}
