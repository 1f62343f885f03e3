import { useCallback, useSyncExternalStore } from 'react';

/** Anything that holds a state and tells when it changes. */
interface Source<S> {
  getState(): S;
  subscribe(listener: () => void): () => void;
}

/** Tells a listener at most once per interval: at once after a quiet time, and always about the last change. */
export function throttledSubscribe(
  subscribe: (listener: () => void) => () => void,
  intervalMs: number,
  listener: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let missed = false;
  const settle = (): void => {
    timer = missed ? setTimeout(settle, intervalMs) : null;
    if (!missed) return;
    missed = false;
    listener();
  };
  const unsubscribe = subscribe(() => {
    missed = true;
    if (timer === null) settle();
  });
  return () => {
    if (timer !== null) clearTimeout(timer);
    unsubscribe();
  };
}

/**
 * Subscribes to one part of a store, re-rendering at most once per interval however often it changes.
 * Select a value or a stable reference, not a new object.
 */
export function useThrottledStore<S, T>(source: Source<S>, select: (state: S) => T, intervalMs: number): T {
  const subscribe = useCallback(
    (listener: () => void) =>
      throttledSubscribe((changed) => source.subscribe(changed), intervalMs, listener),
    [source, intervalMs],
  );
  const read = () => select(source.getState());
  return useSyncExternalStore(subscribe, read, read);
}
