import { counted, text } from '../../content/narrative';
import { timeLeft } from './timeLeft';
import words from './words.en.md';

/** A wait in plain words. @param seconds null while it is not known */
export function spokenTime(seconds: number | null): string {
  const { key, count } = timeLeft(seconds);
  return key === 'time.unknown' || key === 'time.moment' ? text(words, key) : counted(words, key, count);
}
