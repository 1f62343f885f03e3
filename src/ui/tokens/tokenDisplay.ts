/** How one stretch of a token is drawn. Everything but 'text' is a mark that stands for something unseen. */
export type TokenPartKind = 'text' | 'space' | 'newline' | 'tab' | 'code' | 'byte';

export interface TokenPart {
  readonly kind: TokenPartKind;
  /** What is drawn: the text itself, or a mark such as "····", "⏎", "U+200D", "f0". */
  readonly shown: string;
}

/** The words a screen reader needs for what has no letters. */
export interface SpokenNames {
  /** So many of them in a row: "space", "4 spaces". */
  readonly space: (count: number) => string;
  readonly newline: (count: number) => string;
  readonly tab: (count: number) => string;
  readonly byte: string;
}

const SPACE_MARK = '·';
const NEWLINE_MARK = '⏎';
const TAB_MARK = '⇥';
/** Carries an accent or vowel sign that came without its letter. */
const DOTTED_CIRCLE = '◌';

/** Two hexadecimal digits. */
export function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** How many bytes follow a leading byte, and the least code point that is allowed to need them. */
function shapeOf(lead: number): { rest: number; bits: number; least: number } | null {
  if (lead < 0x80) return { rest: 0, bits: lead, least: 0 };
  if (lead >= 0xc2 && lead <= 0xdf) return { rest: 1, bits: lead & 0x1f, least: 0x80 };
  if (lead >= 0xe0 && lead <= 0xef) return { rest: 2, bits: lead & 0x0f, least: 0x800 };
  if (lead >= 0xf0 && lead <= 0xf4) return { rest: 3, bits: lead & 0x07, least: 0x10000 };
  return null;
}

/** The whole character that starts at `start`, or null where a byte belongs to none. */
function characterAt(bytes: Uint8Array, start: number): { codePoint: number; length: number } | null {
  const shape = shapeOf(bytes[start] ?? 0xff);
  if (!shape || start + shape.rest >= bytes.length) return null;
  let codePoint = shape.bits;
  for (let i = 1; i <= shape.rest; i++) {
    const next = bytes[start + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return null;
    codePoint = codePoint * 64 + (next & 0x3f);
  }
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint < shape.least || codePoint > 0x10ffff || isSurrogate) return null;
  return { codePoint, length: shape.rest + 1 };
}

function partOf(codePoint: number, follows: TokenPart | undefined): TokenPart {
  const character = String.fromCodePoint(codePoint);
  if (character === ' ') return { kind: 'space', shown: SPACE_MARK };
  if (character === '\n') return { kind: 'newline', shown: NEWLINE_MARK };
  if (character === '\t') return { kind: 'tab', shown: TAB_MARK };
  const isVariation = codePoint >= 0xfe00 && codePoint <= 0xfe0f;
  const isMark = /\p{M}/u.test(character);
  if (follows?.kind === 'text' && isMark) return { kind: 'text', shown: character };
  if (isVariation || /[\p{C}\p{Z}]/u.test(character)) {
    return { kind: 'code', shown: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}` };
  }
  return { kind: 'text', shown: isMark ? DOTTED_CIRCLE + character : character };
}

/** A byte or a code number stands alone; text, spaces and line breaks join their like. */
const JOINS: ReadonlySet<TokenPartKind> = new Set(['text', 'space', 'newline', 'tab']);

/**
 * What to draw for a token's bytes: readable text, and visible marks for spaces, line breaks, control
 * characters and bytes that are no whole character, such as a quarter of an emoji.
 */
export function tokenParts(bytes: Uint8Array): TokenPart[] {
  const parts: TokenPart[] = [];
  for (let i = 0; i < bytes.length;) {
    const character = characterAt(bytes, i);
    const last = parts.at(-1);
    const part: TokenPart = character
      ? partOf(character.codePoint, last)
      : { kind: 'byte', shown: hexByte(bytes[i] ?? 0) };
    if (last?.kind === part.kind && JOINS.has(part.kind)) {
      parts[parts.length - 1] = { kind: part.kind, shown: last.shown + part.shown };
    } else {
      parts.push(part);
    }
    i += character?.length ?? 1;
  }
  return parts;
}

/** A token in words, for those who hear the page: "space girl", "new line 4 spaces". */
export function spokenToken(parts: readonly TokenPart[], names: SpokenNames): string {
  return parts
    .map(({ kind, shown }) => {
      if (kind === 'text' || kind === 'code') return shown;
      if (kind === 'byte') return `${names.byte} ${shown}`;
      return names[kind](shown.length);
    })
    .join(' ');
}

/** True when the token opens a new line: a row of tokens then breaks before it. */
export function startsLine(parts: readonly TokenPart[]): boolean {
  return parts[0]?.kind === 'newline';
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction a text is read in, taken from its first letter. */
export function readingDirection(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
