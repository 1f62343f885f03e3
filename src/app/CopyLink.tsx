import { useEffect, useId, useRef, useState } from 'react';
import { text } from '../content/narrative';
import { useAppStoreApi } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import { copyLink, type Copied } from './clipboard';
import styles from './CopyLink.module.css';
import words from './words.en.md';

const CONFIRMATION_MS = 4000;

/** Copies a link to what the reader sees; where the clipboard is refused, shows the link to copy by hand. */
export function CopyLink() {
  const store = useAppStoreApi();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Copied | null>(null);
  const fieldId = useId();

  useEffect(() => {
    if (outcome?.kind === 'refused') field.current?.select();
    if (outcome?.kind !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    setOutcome(await copyLink(store.getState().actions.link(), window));
  };
  const close = (): void => {
    setOutcome(null);
    button.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={button}>
      <Button onClick={() => void copy()}>{text(words, 'copyLink')}</Button>
      <span className={styles.confirmation} role="status">
        {outcome?.kind === 'copied' && text(words, 'copied')}
      </span>
      {outcome?.kind === 'refused' && (
        <div className={styles.byHand} onKeyDown={(event) => event.key === 'Escape' && close()}>
          <label htmlFor={fieldId}>{text(words, 'copyField')}</label>
          <input
            ref={field}
            id={fieldId}
            readOnly
            value={outcome.link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p>{text(words, 'copyByHand')}</p>
          <Button onClick={close}>{text(words, 'close')}</Button>
        </div>
      )}
    </div>
  );
}
