import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckpointError, readCheckpoint, writeCheckpoint } from '../../../src/engine/train/checkpoint';
import { TOY_CHECKPOINT } from '../../reference/toyCheckpoint';

const FILE = writeCheckpoint(TOY_CHECKPOINT, 'F16');

/** Reads a file; only a CheckpointError may come out of it. @returns whether it could be read */
function reads(bytes: Uint8Array): boolean {
  try {
    readCheckpoint(bytes);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError);
    return false;
  }
}

describe('a damaged checkpoint file', () => {
  it('is never readable when it is cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length - 1), (length) => {
        expect(reads(FILE.slice(0, length))).toBe(false);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is read or explained, never a crash, whatever bytes are changed', () => {
    const headerLength = new DataView(FILE.buffer).getUint32(0, true) + 8;
    const change = fc.tuple(fc.nat(headerLength + 64), fc.nat(255));
    let readable = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = FILE.slice();
        for (const [place, value] of changes) bytes[place] = value;
        if (reads(bytes)) readable += 1;
      }),
      { seed: 2, numRuns: 1500 },
    );
    expect(readable).toBeLessThan(1500); // the changes did damage
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is explained when its header is arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(64), (json, dataBytes) => {
        const text = new TextEncoder().encode(json);
        const bytes = new Uint8Array(8 + text.length + dataBytes);
        new DataView(bytes.buffer).setUint32(0, text.length, true);
        bytes.set(text, 8);
        expect(reads(bytes)).toBe(false);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('is explained when it is noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(reads(bytes)).toBe(false);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
