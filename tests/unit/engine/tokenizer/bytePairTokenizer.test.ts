import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteTokenizer, createTokenizer } from '../../../../src/engine/tokenizer/bytePairTokenizer';
import { encodeTrace } from '../../../../src/engine/tokenizer/encodeTrace';
import { END_OF_TEXT } from '../../../../src/engine/tokenizer/tokenizer';
import { trainTokenizerFile } from '../../../../src/engine/tokenizer/train';
import { englishLike, manyWords, PYTHON } from './sampleTexts';

fc.configureGlobal({ seed: 1 });

const trained = createTokenizer(
  trainTokenizerFile([englishLike(1, 400), PYTHON.repeat(4), 'Größe 字字 😀😀'], 512),
);
const tokenizers = [
  ['trained', trained],
  ['byte', byteTokenizer()],
] as const;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('the', ' the', '\n    ', ' ', '\0', '字', '😀', '\ufeff', '\r\n') }),
);

describe.each(tokenizers)('the %s tokenizer', (_name, tokenizer) => {
  it('decodes what it encoded to the same text', () => {
    fc.assert(fc.property(anyText, (text) => tokenizer.decode(tokenizer.encode(text)) === text));
  });

  it('reads lone surrogates as U+FFFD, like every UTF-8 encoder', () => {
    const halves = fc.string({
      unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((c) => String.fromCharCode(c)),
    });
    fc.assert(
      fc.property(halves, (text) => {
        expect(tokenizer.decodeBytes(tokenizer.encode(text))).toEqual(utf8(text));
      }),
    );
    expect(tokenizer.decode(tokenizer.encode('a\ud800b'))).toBe('a\ufffdb');
  });

  it('keeps arbitrary bytes, valid text or not', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(tokenizer.decodeBytes([...bytes])).toEqual(bytes);
      }),
    );
    expect(tokenizer.decode([0xff, 97])).toBe('\ufffda');
  });

  it('never makes end-of-text from text, and spells nothing with it', () => {
    expect(tokenizer.encode('<|endoftext|>\u0100')).not.toContain(END_OF_TEXT);
    expect(tokenizer.decode([97, END_OF_TEXT, 98])).toBe('ab');
    expect(tokenizer.bytesOf(END_OF_TEXT)).toHaveLength(0);
  });

  it('refuses ids of another vocabulary', () => {
    for (const id of [-1, 1.5, NaN, tokenizer.vocabSize]) {
      expect(() => tokenizer.bytesOf(id)).toThrow(RangeError);
      expect(() => tokenizer.decode([97, id])).toThrow(/another tokenizer/);
    }
  });
});

describe('createTokenizer', () => {
  it('writes known words in fewer tokens than bytes', () => {
    expect(trained.encode(' girl walked to the river.').length).toBeLessThan(8);
    expect(byteTokenizer().encode('girl')).toEqual([...utf8('girl')]);
    expect(byteTokenizer().vocabSize).toBe(257);
  });

  it('encodes a piece the same wherever it stands and however often it was seen', () => {
    const piece = trained.encode(' the');
    for (let i = 0; i < 3; i++) expect(trained.encode('a the the')).toEqual([97, ...piece, ...piece]);
  });

  it('keeps its tokens when a caller changes the bytes or ids it was given', () => {
    trained.bytesOf(97).fill(0);
    trained.encode(' the').fill(0);
    expect(trained.decode(trained.encode('a the'))).toBe('a the');
  });

  it('forgets old pieces but not how to encode: 100,000 different words survive the round trip', () => {
    const words = Array.from(
      { length: 100_000 },
      (_, i) => `w${i.toString(36).replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? '')}`,
    );
    const text = `${words.join(' ')} ${words.slice(0, 10).join(' ')}`;
    expect(trained.decode(trained.encode(text))).toBe(text);
  });

  it('encodes a megabyte in under a second of one core', () => {
    const text = manyWords(8, 1_000_000);
    const before = process.cpuUsage();
    trained.encode(text);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1);
  });
});

describe('encodeTrace', () => {
  it('begins with the bytes and ends with the tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const frames = encodeTrace(trained, text);
        expect(frames[0]?.merge).toBeNull();
        expect(frames[0]?.pieces.flat()).toEqual([...utf8(text)]);
        expect(frames.at(-1)?.pieces.flat()).toEqual(trained.encode(text));
      }),
    );
  });

  it('spells the same text in every frame, each shorter by what it replaced', () => {
    const frames = encodeTrace(trained, PYTHON);
    expect(frames.length).toBeGreaterThan(10);
    let length = frames[0]?.pieces.flat().length ?? 0;
    let lastId = 0;
    for (const { merge, replaced, pieces } of frames.slice(1)) {
      expect(trained.decode(pieces.flat())).toBe(PYTHON);
      expect(replaced).toBeGreaterThan(0);
      expect(pieces.flat()).toHaveLength((length -= replaced));
      expect(merge?.id).toBeGreaterThan(lastId);
      lastId = merge?.id ?? 0;
    }
  });

  it('refuses a text too long to animate', () => {
    expect(() => encodeTrace(trained, 'a'.repeat(2001))).toThrow(RangeError);
  });
});
