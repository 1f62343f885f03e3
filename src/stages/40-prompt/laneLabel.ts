import { text } from '../../content/narrative';
import words from './narrative.en.md';

/** The name of a control or part: of the first answer as it is, of another with its number. */
export function laneLabel(key: string, number = 1): string {
  const label = text(words, key);
  return number === 1 ? label : text(words, 'ofAnswer', { label, number });
}
