import styles from './TokenText.module.css';

interface TokenTextProps {
  readonly prompt?: string;
  readonly tokens: readonly { readonly text: string }[];
  readonly writing?: boolean;
}

/** Text a model wrote: the prompt in pale ink on a ground of its own, then what it wrote. */
export function TokenText({ prompt = '', tokens, writing = false }: TokenTextProps) {
  return (
    <pre className={styles.text}>
      <span className={styles.prompt}>{prompt}</span>
      {tokens.map(({ text }) => text).join('')}
      {writing && <span className={styles.cursor} aria-hidden="true" />}
    </pre>
  );
}
