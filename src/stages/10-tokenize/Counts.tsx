import { text } from '../../content/narrative';
import { count, ratio } from '../../content/numbers';
import words from './narrative.en.md';
import type { Reading } from './reading';
import styles from './Counts.module.css';

/** Characters, bytes, tokens, and bytes per token of a text. */
export function Counts({ reading }: { readonly reading: Reading }) {
  const entries = [
    { name: text(words, 'countCharacters'), value: count(reading.characters) },
    { name: text(words, 'countBytes'), value: count(reading.bytes) },
    { name: text(words, 'countTokens'), value: count(reading.ids.length) },
    {
      name: text(words, 'countRatio'),
      value: reading.ids.length ? ratio(reading.bytesPerToken) : '–',
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
