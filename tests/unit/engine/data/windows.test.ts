import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenStream, readWindow } from '../../../../src/engine/data/windows';
import { END_OF_TEXT as EOT } from '../../../../src/engine/tokenizer/tokenizer';

fc.configureGlobal({ seed: 1 });

const NEWLINE = 10;
const count = (n: number, from = 1000): number[] => Array.from({ length: n }, (_, i) => from + i);
const read = (documents: number[][], start: number, T: number) => {
  const { ids, targets, lossMask } = readWindow(createTokenStream(documents, T), start, T);
  return { ids: [...ids], targets: [...targets], lossMask: [...lossMask] };
};

describe('createTokenStream', () => {
  it('puts end-of-text before every document and starts windows only there while documents are short', () => {
    const stream = createTokenStream([[1, 2], [3], [4, NEWLINE, 5]], 8);
    expect([...stream.tokens]).toEqual([EOT, 1, 2, EOT, 3, EOT, 4, NEWLINE, 5]);
    expect([...stream.starts]).toEqual([0, 3, 5]);
  });

  it('skips empty documents, and refuses a corpus of nothing else', () => {
    expect([...createTokenStream([[], [1], []], 8).tokens]).toEqual([EOT, 1]);
    expect(() => createTokenStream([[], []], 8)).toThrow(RangeError);
    expect(() => createTokenStream([], 8)).toThrow(/at least one document/);
  });

  it('may also start at the lines of a document longer than a window', () => {
    const lines = [...count(3), NEWLINE, ...count(2), NEWLINE, ...count(3)];
    expect([...createTokenStream([[7], lines], 8).starts]).toEqual([0, 2, 6, 9]);
  });

  it('starts at least every half window in a long document without lines', () => {
    expect([...createTokenStream([count(20)], 8).starts]).toEqual([0, 4, 8, 12, 16]);
  });

  it('reaches every token of a long document as a target of some window', () => {
    const token = fc.oneof(fc.constant(NEWLINE), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (document, T) => {
          const stream = createTokenStream([document], T);
          const reached = new Set<number>();
          for (const start of stream.starts) for (let t = 1; t <= T; t++) reached.add(start + t);
          for (let position = 1; position <= document.length; position++) expect(reached).toContain(position);
        },
      ),
    );
  });
});

describe('readWindow', () => {
  it('opens with end-of-text, runs over the following documents and from the last to the first', () => {
    const documents = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(read(documents, 4, 6)).toEqual({
      ids: [EOT, 4, 5, 6, EOT, 1],
      targets: [4, 5, 6, EOT, 1, 2],
      lossMask: [1, 1, 1, 1, 1, 1],
    });
  });

  it('puts end-of-text in the place of the line break when it starts inside a document', () => {
    const document = [...count(5), NEWLINE, ...count(5, 2000)];
    expect(read([document], 6, 4).ids).toEqual([EOT, 2000, 2001, 2002]);
    expect(read([document], 6, 4).targets).toEqual([2000, 2001, 2002, 2003]);
  });

  it('pads a corpus shorter than the window and counts only the text and the end of its last document', () => {
    expect(read([[1, 2]], 0, 6)).toEqual({
      ids: [EOT, 1, 2, EOT, EOT, EOT],
      targets: [1, 2, EOT, EOT, EOT, EOT],
      lossMask: [1, 1, 1, 0, 0, 0],
    });
    expect(read([[1], [2]], 2, 5)).toEqual({
      ids: [EOT, 2, EOT, EOT, EOT],
      targets: [2, EOT, EOT, EOT, EOT],
      lossMask: [1, 1, 0, 0, 0],
    });
  });

  it('masks nothing as soon as the corpus fills one window', () => {
    expect(read([[1, 2, 3]], 0, 4).lossMask).toEqual([1, 1, 1, 1]);
    expect(read([[1, 2, 3]], 0, 3)).toEqual({ ids: [EOT, 1, 2], targets: [1, 2, 3], lossMask: [1, 1, 1] });
  });

  it('always predicts the token that it reads next', () => {
    const documents = fc.array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 16 }), (docs, T) => {
        const stream = createTokenStream(docs, T);
        for (const start of stream.starts) {
          const { ids, targets, lossMask } = readWindow(stream, start, T);
          expect(ids[0]).toBe(EOT);
          expect(ids.subarray(1)).toEqual(targets.subarray(0, T - 1));
          expect(lossMask[0]).toBe(1);
        }
      }),
    );
  });
});
