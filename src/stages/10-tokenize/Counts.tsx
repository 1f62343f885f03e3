import { text } from '../../content/narrative';
import words from './narrative.en.md';
import type { Reading } from './reading';
import styles from './Counts.module.css';

const whole = new Intl.NumberFormat('en');
const oneDigit = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Characters, bytes, tokens, and bytes per token of a text. */
export function Counts({ reading }: { readonly reading: Reading }) {
  const entries = [
    { name: text(words, 'countCharacters'), value: whole.format(reading.characters) },
    { name: text(words, 'countBytes'), value: whole.format(reading.bytes) },
    { name: text(words, 'countTokens'), value: whole.format(reading.ids.length) },
    {
      name: text(words, 'countRatio'),
      value: reading.ids.length ? oneDigit.format(reading.bytesPerToken) : '–',
    },
  ];
  return (
    <dl className={styles.counts}>
      {entries.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
