/** A wait in plain words: the key of a phrase in words.en.md and its number. */
export interface TimeLeft {
  readonly key: 'time.unknown' | 'time.moment' | 'time.seconds' | 'time.minutes' | 'time.hours';
  readonly count: number;
}

/**
 * Rounds a wait as a person would say it: 5-second steps below a minute, whole minutes below two hours.
 * @param seconds null while it is not known
 */
export function timeLeft(seconds: number | null): TimeLeft {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return { key: 'time.unknown', count: 0 };
  if (seconds < 5) return { key: 'time.moment', count: 0 };
  if (seconds < 57.5) return { key: 'time.seconds', count: Math.round(seconds / 5) * 5 };
  if (seconds < 90) return { key: 'time.minutes', count: 1 };
  if (seconds < 120 * 60) return { key: 'time.minutes', count: Math.round(seconds / 60) };
  return { key: 'time.hours', count: Math.round(seconds / 3600) };
}
