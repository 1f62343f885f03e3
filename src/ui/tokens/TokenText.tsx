import type { CSSProperties } from 'react';
import styles from './TokenText.module.css';

interface TokenTextProps {
  readonly prompt?: string;
  readonly tokens: readonly { readonly text: string; readonly prob: number }[];
  /** Tints each token by its probability: the fainter, the less likely it was. */
  readonly tinted?: boolean;
  readonly writing?: boolean;
}

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** Text a model wrote: the prompt in plain ink, then its tokens. */
export function TokenText({ prompt = '', tokens, tinted = false, writing = false }: TokenTextProps) {
  return (
    <pre className={styles.text}>
      <span className={styles.prompt}>{prompt}</span>
      {tokens.map((token, index) => (
        <span
          key={index}
          className={tinted ? styles.tinted : styles.token}
          style={tinted ? ({ '--p': token.prob } as CSSProperties) : undefined}
          title={tinted ? percent.format(token.prob) : undefined}
        >
          {token.text}
        </span>
      ))}
      {writing && <span className={styles.cursor} aria-hidden="true" />}
    </pre>
  );
}
