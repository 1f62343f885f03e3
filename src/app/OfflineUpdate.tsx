import { useState } from 'react';
import { text } from '../content/narrative';
import type { Refusal } from '../offline/files';
import { useActions, useAppStore } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import styles from './OfflineUpdate.module.css';
import words from './offline.en.md';

interface OfflineUpdateProps {
  readonly isOffered: boolean;
  /** Resolves to why the newer version cannot be loaded now. */
  readonly onLoad: () => Promise<Refusal | null>;
}

/** Says that a newer version is here. The reader decides when; in front of a class it says nothing. */
export function OfflineUpdate({ isOffered, onLoad }: OfflineUpdateProps) {
  const isPresenting = useAppStore((state) => state.lesson.presenting);
  const { saveNow } = useActions();
  const [isLater, setLater] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isShown = isOffered && !isLater && !isPresenting;
  const load = async (): Promise<void> => {
    if (isLoading) return;
    setLoading(true);
    setRefusal(null);
    await saveNow();
    const reason = await onLoad();
    setRefusal(reason);
    // Where nothing stands against it the page goes in a moment.
    setLoading(reason === null);
  };
  const wait = (): void => {
    setLater(true);
    // The button is gone: reading goes on at the lesson.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <div role="status">
      {isShown && (
        <div className={styles.update}>
          <p>{text(words, 'update')}</p>
          {refusal && <p className={styles.refusal}>{text(words, `update.${refusal}`)}</p>}
          <div className={styles.actions}>
            <Button aria-disabled={isLoading} onClick={() => void load()}>
              {text(words, isLoading ? 'update.loading' : 'update.load')}
            </Button>
            <Button tone="plain" onClick={wait}>
              {text(words, 'update.later')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
