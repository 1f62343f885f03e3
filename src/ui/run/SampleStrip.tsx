import { useState, type ReactNode } from 'react';
import { plain, text } from '../../content/narrative';
import { Slider } from '../controls/Slider';
import styles from './SampleStrip.module.css';
import words from './words.en.md';

interface SampleStripProps<S extends { readonly step: number }> {
  /** In the order they were written. */
  readonly samples: readonly S[];
  readonly children: (sample: S) => ReactNode;
}

/** What the model wrote at steps of its training, to scrub through; follows the latest until it is dragged back. */
export function SampleStrip<S extends { readonly step: number }>({ samples, children }: SampleStripProps<S>) {
  const [held, setHeld] = useState<number | null>(null);
  const last = samples.length - 1;
  const index = held === null || held > last ? last : held;
  const shown = samples[index];
  const label = (at: number): string => {
    const step = samples[at]?.step ?? 0;
    return at === last ? text(words, 'samples.latest', { step }) : plain(step);
  };
  if (!shown) return <p className={styles.empty}>{text(words, 'samples.empty')}</p>;
  return (
    <div className={styles.strip}>
      <div className={styles.sample}>{children(shown)}</div>
      <Slider
        label={text(words, 'samples.slider')}
        value={index}
        min={0}
        max={Math.max(1, last)}
        step={1}
        disabled={last === 0}
        format={label}
        hint={text(words, 'samples.hint')}
        onChange={(value) => setHeld(value >= last ? null : value)}
      />
    </div>
  );
}
