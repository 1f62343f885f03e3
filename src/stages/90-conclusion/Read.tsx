import { text } from '../../content/narrative';
import { count, decimals } from '../../content/numbers';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { shownText } from '../../ui/tokens/shownText';
import { useActions } from '../appStore';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { Tag } from './Tag';
import { endsOf, lossEnds, type Told } from './told';

/** What it wrote when it knew nothing, and what it wrote at the end of its reading. */
function Samples({ samples }: Pick<Told, 'samples'>) {
  const shown = endsOf(samples) ?? samples.slice(-1);
  if (shown.length === 0) return <p className={styles.empty}>{text(words, 'read.empty')}</p>;
  return (
    <div className={styles.pair}>
      {shown.map(({ step, prompt, text: written }) => (
        <div key={step}>
          <h4>{text(words, step === 0 ? 'read.before' : 'read.at', { step: count(step) })}</h4>
          <p className={styles.prose}>
            <span className={styles.given}>{prompt}</span>
            {shownText(written)}
          </p>
        </div>
      ))}
    </div>
  );
}

/** First: it read stories. */
export function Read({ told }: { readonly told: Told }) {
  const { goTo } = useActions();
  const loss = lossEnds(told, 'proseBitsPerByte');
  const values = loss ? { from: decimals(loss[0]), to: decimals(loss[1]) } : {};
  return (
    <StageSection
      title={text(words, 'read.heading')}
      story={
        <>
          <Prose of={words} at={loss ? 'read.story' : 'read.storyShort'} count={told.steps} values={values} />
          {!told.isOwn && (
            <p>
              <Button onClick={() => goTo('pretrain')}>{text(words, 'train')}</Button>
            </p>
          )}
        </>
      }
    >
      <Figure
        title={text(words, 'read.figure')}
        explanation={<Prose of={words} at="read.explanation" />}
        aside={<Tag isOwn={told.isOwn} />}
      >
        <Samples samples={told.samples} />
      </Figure>
    </StageSection>
  );
}
