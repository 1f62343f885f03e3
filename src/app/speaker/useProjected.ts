import { useEffect, useRef, useState } from 'react';
import { openLine, type Line, type Shown, type Told } from '../presenter/messages';

/** How often the projected window is asked whether it is there, in ms. */
const ASK_MS = 1500;
/** Silence that means that it is gone. */
const GONE_MS = 4000;

interface Heard {
  readonly shown: Shown | null;
  readonly isThere: boolean;
}

/** The projected window that the address of this one names; null for none. */
const namedIn = (hash: string): string | null => /^#([a-z0-9]{4,32})$/.exec(hash)?.[1] ?? null;

/**
 * The projected window, as far as it answers: the one that is named in the address, which a reload of either keeps.
 * Once that has been silent for a while, it is the first one that answers.
 */
export function useProjected() {
  const [heard, setHeard] = useState<Heard>({ shown: null, isThere: false });
  const line = useRef<Line | null>(null);
  const pair = useRef<string | null>(null);
  useEffect(() => {
    let last = 0;
    const isFree = (): boolean => pair.current === null || Date.now() - last > GONE_MS;
    const take = (name: string | null): void => {
      pair.current = name;
      // It gets its time to answer.
      last = Date.now();
    };
    take(namedIn(window.location.hash));
    const opened = openLine((message) => {
      if (message.kind === 'gone' && message.pair === pair.current) {
        setHeard((before) => ({ ...before, isThere: false }));
      }
      if (message.kind !== 'shown') return;
      if (message.pair !== pair.current) {
        if (!isFree()) return;
        window.history.replaceState(null, '', `#${message.pair}`);
      }
      take(message.pair);
      setHeard({ shown: message, isThere: true });
    });
    line.current = opened;
    const ask = (): void => {
      opened?.tell(isFree() ? null : pair.current, { kind: 'hello' });
      if (isFree()) setHeard((before) => (before.isThere ? { ...before, isThere: false } : before));
    };
    // The projected page opens this window anew under another name, which loads nothing.
    const rename = (): void => {
      take(namedIn(window.location.hash));
      ask();
    };
    ask();
    const timer = setInterval(ask, ASK_MS);
    window.addEventListener('hashchange', rename);
    return () => {
      clearInterval(timer);
      window.removeEventListener('hashchange', rename);
      opened?.close();
      line.current = null;
    };
  }, []);
  const tell = (told: Told): void => {
    if (pair.current !== null) line.current?.tell(pair.current, told);
  };
  return { ...heard, tell };
}
