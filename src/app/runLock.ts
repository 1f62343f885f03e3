/** The name under which tabs of this page agree on who keeps the run. */
const RUN_LOCK = 'run';

/** A page that is being reloaded lets go of its lock a moment after the new one asks for it. */
const PATIENCE_MS = 1500;

/** The part of the Web Locks API that is used; tests pass a small one. */
export interface Locks {
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>;
}

/**
 * Asks to be the one page here that keeps a run, and holds on until the page goes. Resolves to whether it is; a
 * browser without locks cannot tell, so there every page is.
 */
export function holdRun(locks: Locks | undefined, patienceMs = PATIENCE_MS): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    const hold = (): Promise<void> => {
      clearTimeout(timer);
      resolve(true);
      return new Promise(() => undefined);
    };
    locks.request(RUN_LOCK, { signal: patience.signal }, hold).catch(() => {
      clearTimeout(timer);
      // Refused for another reason than our own impatience: locks do not work here.
      resolve(!patience.signal.aborted);
    });
  });
}
