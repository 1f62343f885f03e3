import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readingDirection,
  spokenToken,
  startsLine,
  tokenParts,
  type TokenPart,
} from '../../../src/ui/tokens/tokenDisplay';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const shown = (parts: readonly TokenPart[]): string[] => parts.map((part) => part.shown);
const some = (name: string) => (count: number) => (count === 1 ? name : `${count} ${name}s`);
const NAMES = { space: some('space'), newline: some('new line'), tab: some('tab'), byte: 'byte' };

describe('tokenParts', () => {
  it('shows a leading space as a dot', () => {
    expect(tokenParts(bytesOf(' girl'))).toEqual([
      { kind: 'space', shown: '·' },
      { kind: 'text', shown: 'girl' },
    ]);
  });

  it('shows a line break with its indentation', () => {
    expect(shown(tokenParts(bytesOf('\n    ')))).toEqual(['⏎', '····']);
  });

  it('shows tabs, control characters and invisible characters', () => {
    expect(shown(tokenParts(bytesOf('\t\u0007\u200d\u00a0')))).toEqual(['⇥', 'U+0007', 'U+200D', 'U+00A0']);
  });

  it('shows the bytes of half an emoji in hexadecimal', () => {
    const emoji = bytesOf('🙂');
    expect(tokenParts(emoji.slice(0, 2))).toEqual([
      { kind: 'byte', shown: 'f0' },
      { kind: 'byte', shown: '9f' },
    ]);
    expect(tokenParts(emoji)).toEqual([{ kind: 'text', shown: '🙂' }]);
  });

  it('shows a whole character after a broken one', () => {
    expect(shown(tokenParts(Uint8Array.of(0xe2, 0x80, 0x61)))).toEqual(['e2', '80', 'a']);
  });

  it('gives an accent without a letter something to stand on', () => {
    expect(shown(tokenParts(bytesOf('\u0301')))).toEqual(['◌\u0301']);
    expect(shown(tokenParts(bytesOf('e\u0301')))).toEqual(['e\u0301']);
  });

  it('refuses overlong forms, surrogates and code points beyond Unicode', () => {
    for (const bytes of [
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ]) {
      expect(tokenParts(Uint8Array.from(bytes)).every((part) => part.kind === 'byte')).toBe(true);
    }
  });

  it('finds exactly the bytes that the platform decodes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
        const valid = tokenParts(bytes).every((part) => part.kind !== 'byte');
        let decodes = true;
        try {
          new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch {
          decodes = false;
        }
        expect(valid).toBe(decodes);
      }),
      { seed: 7 },
    );
  });

  it('shows something for every code point', () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 97) {
      const shownThere = shown(tokenParts(bytesOf(String.fromCodePoint(codePoint)))).join('');
      expect(shownThere.trim(), `U+${codePoint.toString(16)}`).not.toBe('');
    }
  });
});

describe('spokenToken', () => {
  it('says what cannot be seen', () => {
    expect(spokenToken(tokenParts(bytesOf(' girl')), NAMES)).toBe('space girl');
    expect(spokenToken(tokenParts(bytesOf('\n    ')), NAMES)).toBe('new line 4 spaces');
    expect(spokenToken(tokenParts(Uint8Array.of(0xf0)), NAMES)).toBe('byte f0');
  });
});

describe('a row of tokens', () => {
  it('breaks before a token that opens a line, and nowhere else', () => {
    expect(startsLine(tokenParts(bytesOf('\n  ')))).toBe(true);
    expect(startsLine(tokenParts(bytesOf('a\n')))).toBe(false);
  });

  it('runs from right to left when the first letter does', () => {
    expect(readingDirection('123 שלום abc')).toBe('rtl');
    expect(readingDirection('مرحبا')).toBe('rtl');
    expect(readingDirection('abc שלום')).toBe('ltr');
    expect(readingDirection('')).toBe('ltr');
  });
});
