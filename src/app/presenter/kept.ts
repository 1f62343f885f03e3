/** What the projected window keeps for itself, so that a reload in mid-lesson comes back to the same place. */
import * as v from 'valibot';
import { CLOCK, STOPPED, type Clock } from './clock';

const PAIR_KEY = 'presenter-pair';
const CLOCK_KEY = 'presenter-clock';

/** A browser may refuse the storage, as in a private window: then a reload starts the clock anew. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    storage()?.setItem(key, value);
  } catch {
    // Full or refused: the lesson goes on without.
  }
}

/** The name of this window and its speaker's window: the same after a reload. */
export function ownPair(): string {
  const kept = storage()?.getItem(PAIR_KEY);
  if (kept && /^[a-z0-9]{4,32}$/.test(kept)) return kept;
  const pair = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
  keep(PAIR_KEY, pair.padStart(4, '0'));
  return pair.padStart(4, '0');
}

export function keepClock(clock: Clock): void {
  keep(CLOCK_KEY, JSON.stringify(clock));
}

/** The clock as it was left, or one that stands at nothing. */
export function keptClock(): Clock {
  try {
    const parsed = v.safeParse(CLOCK, JSON.parse(storage()?.getItem(CLOCK_KEY) ?? 'null'));
    return parsed.success ? parsed.output : STOPPED;
  } catch {
    return STOPPED;
  }
}
