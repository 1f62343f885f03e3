import { text } from '../../content/narrative';
import { byteSize, count, weights } from '../../content/numbers';
import { sizeName } from '../../content/modelNames';
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
import { Steered } from './Steered';
import type { Told } from './told';
import { useAsked, useTold } from './useConclusion';

interface Life {
  readonly read: Told | null;
  readonly coded: Told | null;
}

/** Whose life is told below, and how long it was. */
function Whose({ read, coded }: Life) {
  const last = coded ?? read;
  if (!read || !last) return <p className={styles.whose}>{text(words, 'life.loading')}</p>;
  const values = {
    preset: sizeName(last.preset),
    parameters: weights(last.parameterCount),
    steps: count(read.steps + (coded?.steps ?? 0)),
    bytes: byteSize(last.bytesSeen),
  };
  const isHalf = coded !== null && read.isOwn !== coded.isOwn;
  const key = isHalf ? 'life.half' : last.isOwn ? 'life.own' : 'life.recorded';
  return <p className={styles.whose}>{text(words, key, values)}</p>;
}

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
          {read && <Read told={read} />}
          {coded && <Coded told={coded} />}
          <Steered />
          <Judged />
          <Guesses asked={asked} />
          <Shown part="notes">
            <Difference told={coded ?? read} />
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
