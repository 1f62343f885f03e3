import { useId, useRef, useState } from 'react';
import { counted, text } from '../content/narrative';
import { Button } from '../ui/controls/Button';
import { copyLink, type Copied } from './clipboard';
import words from './share.en.md';
import styles from './ShareLink.module.css';

/** The link itself, how long it is, and a button that copies it. */
export function ShareLink({ hash }: { readonly hash: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<{ hash: string; kind: Copied['kind'] } | null>(null);
  const link = new URL(hash, window.location.href).href;
  // What was said of another link is no longer true.
  const outcome = copied?.hash === hash ? copied.kind : null;

  const copy = async (): Promise<void> => {
    const { kind } = await copyLink(hash, window);
    if (kind === 'refused') field.current?.select();
    setCopied({ hash, kind });
  };
  return (
    <div className={styles.link}>
      <label htmlFor={id}>{text(words, 'link')}</label>
      <input
        ref={field}
        id={id}
        readOnly
        value={link}
        aria-describedby={`${id}-length`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.row}>
        <Button tone="primary" onClick={() => void copy()}>
          {text(words, 'copy')}
        </Button>
        <span id={`${id}-length`} className={styles.length}>
          {counted(words, 'length', link.length)}
        </span>
        <span className={styles.outcome} data-outcome={outcome ?? undefined} role="status">
          {outcome !== null && text(words, outcome)}
        </span>
      </div>
    </div>
  );
}
