import { useEffect, useRef, useSyncExternalStore } from 'react';
import { text } from '../content/narrative';
import { byteSize, share } from '../content/numbers';
import type { DeviceState } from '../offline/device';
import { Button } from '../ui/controls/Button';
import styles from './Offline.module.css';
import words from './offline.en.md';
import { device } from './offlineDevice';
import { OfflineUpdate } from './OfflineUpdate';

/** How much of all is here, in whole hundredths. */
function heldShare({ missingBytes, appBytes, classBytes }: DeviceState): string {
  const missing = missingBytes / Math.max(1, appBytes + classBytes);
  return share(Math.floor(100 * (1 - missing)) / 100);
}

function explanation(state: DeviceState): string {
  const { status, appBytes, classBytes, missingBytes } = state;
  return text(words, status, {
    app: byteSize(appBytes),
    missing: byteSize(missingBytes),
    all: byteSize(appBytes + classBytes),
  });
}

/** What can be done about it now. One button begins and ends a preparation, so that it keeps the focus. */
function Actions({ state, onAct }: { readonly state: DeviceState; readonly onAct: () => void }) {
  const { status, heldBytes, missingBytes } = state;
  const isPreparing = status === 'preparing';
  const act = (action: () => Promise<void> | void): void => {
    onAct();
    void action();
  };
  const begin = heldBytes > 0 ? 'goOn' : 'prepare';
  return (
    <div className={styles.actions}>
      {(isPreparing || status === 'part') && (
        <Button onClick={() => act(() => (isPreparing ? device.cancel() : device.prepare()))}>
          {text(words, isPreparing ? 'cancel' : begin, { missing: byteSize(missingBytes) })}
        </Button>
      )}
      {!isPreparing && heldBytes > 0 && (
        <Button tone="plain" onClick={() => act(() => device.remove())}>
          {text(words, 'remove', { held: byteSize(heldBytes) })}
        </Button>
      )}
    </div>
  );
}

/** What this device holds of the app, the means to prepare it for class, and the news of a newer version. */
export function OfflineStatus() {
  const state = useSyncExternalStore(device.subscribe, device.getState);
  const { status, problem, isPersistent, hasNewVersion, appBytes, classBytes, missingBytes } = state;
  const heading = useRef<HTMLElement>(null);
  const hasActed = useRef(false);
  useEffect(() => void device.start(), []);
  useEffect(() => {
    // The button that was pressed may be gone with what it did.
    if (hasActed.current && document.activeElement === document.body) heading.current?.focus();
  }, [status]);
  return (
    <>
      <details className={styles.details}>
        <summary ref={heading}>{text(words, `summary.${status}`, { share: heldShare(state) })}</summary>
        <div className={styles.body}>
          <p>{explanation(state)}</p>
          {status === 'preparing' && (
            <progress
              className={styles.bar}
              max={appBytes + classBytes}
              value={appBytes + classBytes - missingBytes}
              aria-label={text(words, 'progress')}
            />
          )}
          <div role="status">
            {problem && <p className={styles.problem}>{text(words, `problem.${problem}`)}</p>}
            {status === 'ready' && <p>{text(words, isPersistent ? 'persistent' : 'clearable')}</p>}
          </div>
          <Actions state={state} onAct={() => (hasActed.current = true)} />
        </div>
      </details>
      <OfflineUpdate isOffered={hasNewVersion} onLoad={() => device.loadNewVersion()} />
    </>
  );
}
