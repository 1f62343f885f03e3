import { text } from '../../content/narrative';
import type { SpokenNames } from '../../ui/tokens/tokenDisplay';
import words from './narrative.en.md';

/** What a screen reader says for spaces, line breaks and bare bytes. */
export const spokenNames = (): SpokenNames => ({
  space: text(words, 'spokenSpace'),
  newline: text(words, 'spokenNewline'),
  tab: text(words, 'spokenTab'),
  byte: text(words, 'spokenByte'),
});
