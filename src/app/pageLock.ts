/** A page that is being reloaded lets go of a name a moment after the new one asks for it. */
const PATIENCE_MS = 1500;

/** The part of the Web Locks API that is used; tests pass a small one. */
export interface Locks {
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>;
}

export interface Claim {
  /** Whether no other page here has the name. */
  readonly isOurs: Promise<boolean>;
  readonly release: () => void;
}

/** Claims a name among the pages of this browser, until it is released or the page goes. A browser without locks cannot tell, so there every name is free. */
function claim(locks: Locks | undefined, name: string, patienceMs: number): Claim {
  if (!locks) return { isOurs: Promise.resolve(true), release: () => undefined };
  const patience = new AbortController();
  let release = (): void => patience.abort();
  const isOurs = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => patience.abort(), patienceMs);
    const hold = (): Promise<void> => {
      clearTimeout(timer);
      resolve(true);
      return new Promise((end) => {
        release = end;
      });
    };
    locks.request(name, { signal: patience.signal }, hold).catch(() => {
      clearTimeout(timer);
      // Refused for another reason than our own impatience: locks do not work here.
      resolve(!patience.signal.aborted);
    });
  });
  return { isOurs, release: () => release() };
}

/** Asks to be the one page here that keeps a run, and holds on until the page goes. Resolves to whether it is. */
export const holdRun = (locks: Locks | undefined, patienceMs = PATIENCE_MS): Promise<boolean> =>
  claim(locks, 'run', patienceMs).isOurs;

/**
 * Claims the name of a pair of windows: a tab that was duplicated brings the name of the other along, and both would
 * obey one speaker's window.
 */
export const claimPair = (locks: Locks | undefined, pair: string, patienceMs = PATIENCE_MS): Claim =>
  claim(locks, `presenter.${pair}`, patienceMs);
