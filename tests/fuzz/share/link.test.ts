import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import { linkState } from './linkStates';

describe('a link', () => {
  it('gives back every state it was made from, without a word of complaint', () => {
    fc.assert(
      fc.property(linkState, (state) => {
        expect(decodeLink(encodeLink(state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });
});
