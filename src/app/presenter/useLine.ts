import { useEffect, useRef, useState } from 'react';
import { newPair, ownPair } from './kept';
import { openLine, type Line, type Message, type Shown } from './messages';
import { claimPair } from '../pageLock';

/** The name of this window and its speaker's window; null for the moment until it is claimed. */
function usePair(): string | null {
  const [wished, setWished] = useState(ownPair);
  const [pair, setPair] = useState<string | null>(null);
  useEffect(() => {
    // Not there on plain http, whatever its type says.
    const claim = claimPair('locks' in navigator ? navigator.locks : undefined, wished);
    let isLeft = false;
    void claim.isOurs.then((isOurs) => {
      if (isLeft) return;
      if (isOurs) setPair(wished);
      else setWished(newPair());
    });
    return () => {
      isLeft = true;
      claim.release();
    };
  }, [wished]);
  return pair;
}

/** The line to the speaker's window. @returns the name of the pair, once it has one */
export function useLine(shown: Shown, onMessage: (message: Message) => void): string | null {
  const pair = usePair();
  const line = useRef<Line | null>(null);
  const latest = useRef({ shown, onMessage });
  useEffect(() => {
    latest.current = { shown, onMessage };
    if (pair !== null) line.current?.tell(pair, { kind: 'shown', ...shown });
  });
  useEffect(() => {
    if (pair === null) return;
    const opened = openLine((message) => {
      const isForUs = message.pair === pair || message.pair === null;
      if (!isForUs) return;
      if (message.kind === 'hello') opened?.tell(pair, { kind: 'shown', ...latest.current.shown });
      else latest.current.onMessage(message);
    });
    line.current = opened;
    opened?.tell(pair, { kind: 'shown', ...latest.current.shown });
    const leave = (): void => opened?.tell(pair, { kind: 'gone' });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      opened?.close();
      line.current = null;
    };
  }, [pair]);
  return pair;
}
