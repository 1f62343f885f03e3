import { describe, expect, it } from 'vitest';
import { cleanText, firstBytes, MAX_TEXT_BYTES, readTextBytes } from '../../../src/store/ownText';
import { setUp } from './fakes';

const CUT = 'Only the first 2 MB were kept: a run is saved together with its text.';
const utf8 = (text: string) => new TextEncoder().encode(text);
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'a.txt') => new File([bytes], name);

describe('cleanText', () => {
  it.each([
    ['emoji', 'a 👩‍👩‍👧 b', 'a 👩‍👩‍👧 b'],
    ['right-to-left text and marks', 'שלום \u200F(a)\u202E', 'שלום \u200F(a)\u202E'],
    ['tabs and newlines', '\ta\n\n\tb', '\ta\n\n\tb'],
    ['nothing', '', ''],
    ['a byte-order mark', '\uFEFFa\uFEFFb', 'a\uFEFFb'],
    ['other line ends', 'a\r\nb\rc\n', 'a\nb\nc\n'],
  ])('leaves or mends %s without a note', (_, raw, text) => {
    expect(cleanText(raw)).toEqual({ ok: true, text, notes: [] });
  });

  it.each([
    ['control characters', 'a\u0000b\u0007c\u009F', 'abc', 'Control characters'],
    ['lone surrogates', 'a\uD800b', 'a\uFFFDb', 'Broken characters'],
  ])('mends %s and says so', (_, raw, text, note) => {
    const cleaned = cleanText(raw);
    expect(cleaned).toMatchObject({ ok: true, text });
    expect(cleaned.ok && cleaned.notes.join()).toContain(note);
  });

  it('refuses what is mostly control characters', () => {
    expect(cleanText('\u0000\u0001'.repeat(50))).toMatchObject({ ok: false });
  });

  it.each(['a', 'é', '語', '😀'])('keeps 2 MB of %j and never half a character', (letter) => {
    const cleaned = cleanText(letter.repeat(MAX_TEXT_BYTES + 1));
    if (!cleaned.ok) throw new Error(cleaned.problem);
    expect(cleaned.text).toHaveLength(Math.floor(MAX_TEXT_BYTES / utf8(letter).length) * letter.length);
    expect(cleaned.notes).toEqual([CUT]);
  });
});

describe('firstBytes', () => {
  it.each([
    ['añb', 2, 'a'],
    ['añb', 3, 'añ'],
    ['😀x', 3, ''],
    ['abc', 0, ''],
  ])('of %j within %i bytes is %j', (text, bytes, expected) => {
    expect(firstBytes(text, bytes)).toBe(expected);
  });
});

describe('readTextBytes', () => {
  it('reads UTF-8 with or without a mark, and UTF-16 with one', () => {
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0);
    for (const bytes of [utf8('aé'), utf8('\uFEFFaé'), utf16]) {
      expect(readTextBytes(bytes, false)).toEqual({ ok: true, text: 'aé', notes: [] });
    }
  });

  it('leaves out a character that was cut in two', () => {
    expect(readTextBytes(utf8('aé').slice(0, 2), true)).toEqual({ ok: true, text: 'a', notes: [] });
  });

  it('refuses text in another encoding, and tells a few broken bytes from it', () => {
    const latin1 = Uint8Array.from({ length: 1000 }, (_, i) => (i % 20 === 0 ? 0xe9 : 0x61));
    expect(readTextBytes(latin1, false)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('UTF-8') as string,
    });
    expect(readTextBytes(Uint8Array.of(...utf8('a'.repeat(50)), 0xe9), false)).toMatchObject({ ok: true });
  });
});

describe('own text', () => {
  it('survives a binary file that is dropped on it', async () => {
    const { actions, state, notices } = setUp();
    actions.setOwnText('my precious text', 'mine');
    const png = Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256);
    await actions.loadOwnTextFile(fileOf(png, 'x.png'));
    expect(state().corpus).toMatchObject({ ownText: 'my precious text', ownTextName: 'mine' });
    expect(notices()).toEqual([
      'This looks like a binary file, not like text. Your text so far is still here.',
    ]);
  });

  it('survives an empty file and one that cannot be read', async () => {
    const { actions, state, notices } = setUp();
    actions.setOwnText('my text', 'mine');
    await actions.loadOwnTextFile(fileOf(utf8('\n \n'), 'e.txt'));
    const gone = {
      name: 'g.txt',
      size: 9,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    };
    await actions.loadOwnTextFile(gone);
    expect(state().corpus.ownText).toBe('my text');
    expect(notices()).toEqual([
      'The file "e.txt" holds no text.',
      'The file "g.txt" could not be read. Try to drop it again.',
    ]);
  });

  it('of a file of 50 MB is its first 2 MB, and no more is read', async () => {
    const { actions, state, notices } = setUp();
    let asked = 0;
    await actions.loadOwnTextFile({
      name: 'huge.txt',
      size: 50_000_000,
      slice: (start, end) => {
        asked += end - start;
        return { arrayBuffer: () => Promise.resolve(utf8('abcde'.repeat((end - start) / 5)).buffer) };
      },
    });
    expect(asked).toBe(MAX_TEXT_BYTES);
    expect(state().corpus.ownText).toHaveLength(MAX_TEXT_BYTES);
    expect(state().corpus).toMatchObject({ proseKind: 'ownText', ownTextName: 'huge.txt' });
    expect(notices()).toEqual([`huge.txt: ${CUT}`]);
  });
});

describe('own snippets', () => {
  it('are cleaned, bounded and counted, and blank ones dropped', () => {
    const { actions, state, notices } = setUp();
    actions.setOwnSnippets(['def f():\r\n    pass', '  ', 'x'.repeat(5000)]);
    expect(state().corpus.ownSnippets.map((snippet) => snippet.length)).toEqual([17, 4000]);
    expect(notices()).toEqual(['Your snippets: A snippet may have 4,000 bytes; longer ones were cut.']);
    actions.setOwnSnippets(Array.from({ length: 600 }, (_, i) => `x = ${i}`));
    expect(state().corpus.ownSnippets).toHaveLength(500);
    expect(notices().join()).toContain('Only the first 500 snippets');
  });
});
