import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import {
  LINK_BACKENDS,
  LINK_LIMITS,
  LINK_STAGES,
  MAX_LINK_PROMPT,
  type LinkState,
} from '../../../src/share/linkState';

const KEYS = [
  'v',
  'stage',
  'p',
  't',
  'k',
  'tp',
  'seed',
  'n',
  'c',
  'own',
  'b',
  'on',
  'run',
  'cut',
  '__proto__',
  'constructor',
  'constructor.prototype',
  'toString',
];
const VALUES = [
  '1',
  '0',
  '-1',
  'NaN',
  'Infinity',
  '1e308',
  '__proto__',
  'constructor',
  '{"__proto__":{"polluted":1}}',
  '%',
  '%E0%A4',
  '%00',
  'fineTuned.nano.4.7',
  '<script>',
];

const part = fc
  .tuple(
    fc.oneof(fc.constantFrom(...KEYS), fc.string()),
    fc.constantFrom('=', '', '=='),
    fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary' })),
  )
  .map((pieces) => pieces.join(''));
const crafted = fc.array(part, { maxLength: 80 }).map((parts) => `#${parts.join('&')}`);

/** A valid link with one stretch of it replaced. */
const mutated = fc
  .tuple(fc.nat(200), fc.nat(12), fc.string({ unit: 'binary', maxLength: 12 }))
  .map(([at, length, text]) => {
    const link = encodeLink({
      stage: 'prompt',
      prompt: 'def f(n): é',
      temperature: 0.5,
      topK: 4,
      seed: 9,
      checkpoint: 'small-fine-tuned',
      run: true,
    });
    return link.slice(0, at % link.length) + text + link.slice((at % link.length) + length);
  });

function expectInRange(state: LinkState): void {
  for (const name of ['temperature', 'topK', 'topP', 'seed', 'maxNewTokens'] as const) {
    const value = state[name];
    if (value === undefined) continue;
    expect(value).toBeGreaterThanOrEqual(LINK_LIMITS[name].min);
    expect(value).toBeLessThanOrEqual(LINK_LIMITS[name].max);
  }
  if (state.stage !== undefined) expect(LINK_STAGES).toContain(state.stage);
  if (state.backend !== undefined) expect(LINK_BACKENDS).toContain(state.backend);
  if (state.answeredOn !== undefined) expect(LINK_BACKENDS).toContain(state.answeredOn);
  if (state.checkpoint !== undefined) expect(state.checkpoint).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/i);
  if (state.prompt !== undefined) {
    expect(state.prompt.length).toBeLessThanOrEqual(MAX_LINK_PROMPT);
    expect(state.prompt).not.toMatch(/\p{Surrogate}/u);
  }
}

describe('decodeLink on hostile hashes', () => {
  it('never throws, gives values in range, and touches no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    fc.assert(
      fc.property(fc.oneof(crafted, mutated, fc.string({ unit: 'binary', maxLength: 300 })), (hash) => {
        const { state, problems } = decodeLink(hash);
        expectInRange(state);
        expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
        expect(problems.every((problem) => problem.length < 200)).toBe(true);
        // What was understood can be sent on, and means the same.
        expect(decodeLink(encodeLink(state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(Object.getOwnPropertyDescriptor({}, 'polluted')).toBeUndefined();
  });
});
