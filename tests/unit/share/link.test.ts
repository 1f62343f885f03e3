import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/engine/config';
import { SAMPLE_LIMITS } from '../../../src/engine/sample/distribution';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import {
  LINK_BACKENDS,
  LINK_DEFAULTS,
  LINK_LIMITS,
  LINK_STAGES,
  MAX_HASH,
  MAX_LINK_PROMPT,
  type LinkState,
} from '../../../src/share/linkState';

const within = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const real = ({ min, max }: { min: number; max: number }) =>
  fc.double({ min, max, noNaN: true }).map((number) => (number === 0 ? 0 : number));

/** Any state a page can be in. */
const linkState: fc.Arbitrary<LinkState> = fc.record(
  {
    stage: fc.constantFrom(...LINK_STAGES),
    prompt: fc.string({ unit: 'binary', maxLength: MAX_LINK_PROMPT / 2 }),
    temperature: real(LINK_LIMITS.temperature),
    topK: within(LINK_LIMITS.topK),
    topP: real(LINK_LIMITS.topP),
    seed: within(LINK_LIMITS.seed),
    maxNewTokens: within(LINK_LIMITS.maxNewTokens),
    checkpoint: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,63}$/),
    ownModel: fc.record({
      phase: fc.constantFrom('untrained' as const, 'pretrained' as const, 'fineTuned' as const),
      preset: fc.constantFrom(...Object.values(PRESETS).map((preset) => preset.name)),
      steps: fc.integer({ min: 0, max: 1_000_000 }),
      seed: within(LINK_LIMITS.seed),
    }),
    backend: fc.constantFrom(...LINK_BACKENDS),
    answeredOn: fc.constantFrom(...LINK_BACKENDS),
    run: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

describe('a link', () => {
  it('gives back every state it was made from, without a word of complaint', () => {
    fc.assert(
      fc.property(linkState, (state) => {
        expect(decodeLink(encodeLink(state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('reads like a sentence', () => {
    expect(
      encodeLink({
        stage: 'prompt',
        prompt: 'def f(n):',
        temperature: 0.7,
        topK: 5,
        seed: 7,
        checkpoint: 'small-fine-tuned',
        run: true,
      }),
    ).toBe('#v=1&stage=prompt&p=def%20f(n)%3A&t=0.7&k=5&seed=7&c=small-fine-tuned&run=1');
  });

  it('of a full prompt in the widest script is read whole', () => {
    const prompt = '語'.repeat(MAX_LINK_PROMPT);
    const hash = encodeLink({ prompt });
    expect(hash.length).toBeLessThan(MAX_HASH);
    expect(decodeLink(hash).state.prompt).toBe(prompt);
  });

  it('with a plain English prompt of full length stays under 2,000 characters', () => {
    const prompt = 'a boy named Noah went home '.repeat(60).slice(0, MAX_LINK_PROMPT);
    expect(
      encodeLink({
        stage: 'prompt',
        prompt: prompt.replaceAll(' ', '_'),
        checkpoint: 'small-fine-tuned',
        run: true,
      }).length,
    ).toBeLessThan(2000);
  });

  it('keeps the end of a prompt that is too long, and says so to the receiver', () => {
    const { state, problems } = decodeLink(encodeLink({ prompt: `${'a'.repeat(5000)}def end():` }));
    expect(state.prompt).toHaveLength(MAX_LINK_PROMPT);
    expect(state.prompt?.endsWith('def end():')).toBe(true);
    expect(problems).toEqual([
      `The sender's prompt was longer than a link can carry; you see its last 1500 characters.`,
    ]);
  });

  it('never splits a character when it shortens a prompt', () => {
    const { state } = decodeLink(encodeLink({ prompt: `${'😀'.repeat(1000)}x` }));
    expect(state.prompt).toBe(`${'😀'.repeat(749)}x`);
  });

  it('replaces a lone surrogate instead of failing', () => {
    expect(decodeLink(encodeLink({ prompt: 'a\uD800b' })).state.prompt).toBe('a\uFFFDb');
  });

  it('tells an empty prompt from the usual one', () => {
    expect(decodeLink(encodeLink({ prompt: '' })).state).toEqual({ prompt: '' });
    expect(decodeLink(encodeLink({})).state).toEqual({});
  });
});

describe('version 1', () => {
  it('means the same numbers for ever: change them only together with the version', () => {
    expect(LINK_DEFAULTS).toEqual({
      prompt: '# return the factorial of n\ndef factorial(n):',
      temperature: 0.8,
      topK: 40,
      topP: 0.95,
      seed: 1,
      maxNewTokens: 96,
    });
  });

  it('allows exactly what the sampler allows', () => {
    expect(LINK_LIMITS).toEqual(SAMPLE_LIMITS);
  });
});
