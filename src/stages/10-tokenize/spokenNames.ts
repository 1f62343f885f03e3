import { counted, text } from '../../content/narrative';
import type { SpokenNames } from '../../ui/tokens/tokenDisplay';
import words from './narrative.en.md';

/** What a screen reader says for spaces, line breaks and bare bytes. */
export const spokenNames = (): SpokenNames => ({
  space: (count) => counted(words, 'spokenSpace', count),
  newline: (count) => counted(words, 'spokenNewline', count),
  tab: (count) => counted(words, 'spokenTab', count),
  byte: text(words, 'spokenByte'),
});
