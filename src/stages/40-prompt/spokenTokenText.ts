import { counted, text } from '../../content/narrative';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import { spokenToken, tokenParts, type SpokenNames } from '../../ui/tokens/tokenDisplay';
import words from './narrative.en.md';

const NAMES: SpokenNames = {
  space: (count) => counted(words, 'space', count),
  newline: (count) => counted(words, 'newline', count),
  tab: (count) => counted(words, 'tab', count),
  byte: text(words, 'byte'),
};

interface TextToken {
  readonly id: number;
  readonly text: string;
}

/** Ids below this spell one byte each. */
const BYTE_IDS = 256;

const encoder = new TextEncoder();

/** The bytes a token spells: for a single byte its id, because half a character decodes to a replacement sign. */
const bytesOf = ({ id, text: shown }: TextToken): Uint8Array =>
  id < BYTE_IDS ? Uint8Array.of(id) : encoder.encode(shown);

/** What to draw for a token, spaces and line breaks made visible. */
export const partsOfToken = (token: TextToken) => tokenParts(bytesOf(token));

/** A token in words: "space return", "new line 4 spaces", "end of text". */
export function spokenTokenText(token: TextToken): string {
  return token.id === END_OF_TEXT ? text(words, 'end') : spokenToken(partsOfToken(token), NAMES);
}
