import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { shownText } from '../../ui/tokens/shownText';
import { markWords } from './markWords';
import { roughShare } from '../../ui/run/quantity';
import words from './narrative.en.md';
import styles from './SampleText.module.css';

interface SampleTextProps {
  readonly sample: { readonly prompt: string; readonly text: string; readonly realWords: number | null };
  readonly lexicon: ReadonlySet<string>;
}

/** A sample with the words it made up marked, and the share of those that exist. */
export function SampleText({ sample, lexicon }: SampleTextProps) {
  const pieces = useMemo(() => markWords(shownText(sample.text), lexicon), [sample.text, lexicon]);
  const wroteWords = pieces.some(({ kind }) => kind !== 'between');
  const share = roughShare(sample.realWords ?? 0);
  return (
    <>
      <p className={styles.text}>
        <span className={styles.prompt}>{sample.prompt}</span>
        {pieces.map(({ text: piece, kind }, index) =>
          kind === 'invented' ? (
            <mark key={index} className={styles.invented}>
              {piece}
            </mark>
          ) : (
            <span key={index}>{piece}</span>
          ),
        )}
      </p>
      <p className={styles.share}>
        {wroteWords ? text(words, 'samples.share', { share }) : text(words, 'samples.none')}
      </p>
    </>
  );
}
