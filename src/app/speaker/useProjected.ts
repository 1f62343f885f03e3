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

/**
 * The projected window, as far as it answers.
 * @param named the window to talk to; null takes the first that answers
 */
export function useProjected(named: string | null) {
  const [heard, setHeard] = useState<Heard>({ shown: null, isThere: false });
  const line = useRef<Line | null>(null);
  const pair = useRef(named);
  useEffect(() => {
    let last = 0;
    const opened = openLine((message) => {
      if (message.kind === 'gone' && message.pair === pair.current) {
        setHeard((before) => ({ ...before, isThere: false }));
      }
      if (message.kind !== 'shown') return;
      pair.current ??= message.pair;
      if (message.pair !== pair.current) return;
      last = Date.now();
      setHeard({ shown: message, isThere: true });
    });
    line.current = opened;
    const ask = (): void => {
      opened?.tell(pair.current, { kind: 'hello' });
      if (Date.now() - last > GONE_MS)
        setHeard((before) => (before.isThere ? { ...before, isThere: false } : before));
    };
    ask();
    const timer = setInterval(ask, ASK_MS);
    return () => {
      clearInterval(timer);
      opened?.close();
      line.current = null;
    };
  }, []);
  const tell = (told: Told): void => {
    if (pair.current !== null) line.current?.tell(pair.current, told);
  };
  return { ...heard, tell };
}
