import { text } from '../../content/narrative';
import { Prose } from '../../ui/prose/Prose';
import { StageLayout } from '../../ui/prose/StageLayout';
import { Shown } from '../Shown';
import { Coded } from './Coded';
import { Difference } from './Difference';
import { Guesses } from './Guesses';
import { Judged } from './Judged';
import { Keep } from './Keep';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { Read } from './Read';
import { Sources } from './Sources';
import { Steered } from './Steered';
import { useAsked, useTold } from './useConclusion';
import { Whose } from './Whose';

/** The answer to the page's own title, assembled from what the reader did. */
export default function Panel() {
  const read = useTold('pretrain');
  const coded = useTold('fineTune');
  const asked = useAsked();
  return (
    <StageLayout
      title={text(words, 'title')}
      kicker={text(words, 'kicker')}
      story={
        <>
          <Prose of={words} at="answer" />
          <Whose {...{ read, coded }} />
        </>
      }
      sections={
        <>
          {read.told && <Read told={read.told} />}
          {coded.told && <Coded told={coded.told} />}
          <Steered />
          <Judged />
          <Guesses asked={asked} />
          <Shown part="notes">
            <Difference told={coded.told ?? read.told} />
            <Sources />
          </Shown>
          <Keep {...{ asked, read, coded }} />
        </>
      }
    >
      <section aria-labelledby="take-with-you" className={styles.limits}>
        <h2 id="take-with-you">{text(words, 'limits.heading')}</h2>
        <Prose of={words} at="limits" />
      </section>
    </StageLayout>
  );
}
