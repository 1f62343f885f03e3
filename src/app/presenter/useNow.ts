import { useEffect, useState } from 'react';
import type { Clock } from './clock';

/** The present time, once a second while a clock runs. */
export function useNow(clock: Clock): number {
  const [now, setNow] = useState(() => Date.now());
  const runs = clock.since !== null;
  useEffect(() => {
    const tick = (): void => setNow(Date.now());
    tick();
    if (!runs) return;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [clock, runs]);
  return now;
}
