import { useEffect, useState, type ComponentType } from 'react';
import { useAppStore } from '../stages/appStore';
import type { AppState } from '../store/state';
import styles from './Offline.module.css';

/** How long nothing has to be written before files are fetched for later. */
const QUIET_MS = 3000;

const isBusy = ({ engine, prompt }: AppState): boolean =>
  engine.status === 'starting' ||
  Object.values(prompt.generations).some(({ status }) => status === 'waiting' || status === 'streaming');

/**
 * Whether the page works without a connection. What keeps it for that is fetched after the first answers: it must not
 * delay them.
 */
export function Offline() {
  const busy = useAppStore(isBusy);
  const [Status, setStatus] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (busy) return;
    const open = async (): Promise<void> => {
      try {
        const { OfflineStatus } = await import('./OfflineStatus');
        setStatus(() => OfflineStatus);
      } catch {
        // Without a connection there is nothing to keep; a reload tries again.
      }
    };
    const timer = setTimeout(() => void open(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return <div className={styles.offline}>{Status && <Status />}</div>;
}
