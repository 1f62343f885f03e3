import { text } from '../../content/narrative';
import { MeasuredBand } from '../../ui/prose/Measured';
import { Prose } from '../../ui/prose/Prose';
import { StageLayout } from '../../ui/prose/StageLayout';
import { useActions } from '../appStore';
import { Shown } from '../Shown';
import { LearnMerges } from './LearnMerges';
import words from './narrative.en.md';
import { LetterByLetter } from './LetterByLetter';
import { OtherVocabularies } from './OtherVocabularies';
import { Prediction } from './Prediction';
import { ProseAgainstCode } from './ProseAgainstCode';
import { useCurrentTokenizer, useYourText } from './useTokenize';
import { YourText } from './YourText';

/** What the model sees when it reads: text as tokens, how they are learned, and what they cost. */
export default function Panel() {
  const { goTo } = useActions();
  const tokenizer = useCurrentTokenizer();
  const yourText = useYourText();
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
      sections={
        <>
          <LearnMerges typed={yourText.text} />
          <ProseAgainstCode tokenizer={tokenizer} />
          <Shown part="notes">
            <MeasuredBand of={words} at="why">
              <LetterByLetter />
            </MeasuredBand>
          </Shown>
          <OtherVocabularies ownSize={tokenizer.vocabSize} onNext={() => goTo('pretrain')} />
        </>
      }
    >
      <YourText model={yourText} />
    </StageLayout>
  );
}
