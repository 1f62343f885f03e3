import { useEffect, useState, type ComponentType } from 'react';
import { useAppStore } from '../stages/appStore';
import styles from './Offline.module.css';

/** After the engine has started, the first answers have the line to themselves for so long. */
const QUIET_MS = 3000;

/**
 * Whether the page works without a connection. What keeps it for that is fetched after the first answers: it must not
 * delay them.
 */
export function Offline() {
  const isStarting = useAppStore((state) => state.engine.status === 'starting');
  const [Status, setStatus] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (isStarting) return;
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
  }, [isStarting]);
  return <div className={styles.offline}>{Status && <Status />}</div>;
}
