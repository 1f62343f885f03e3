import { describe, expect, it } from 'vitest';
import { SAMPLE_LIMITS } from '../../../src/engine/sample/distribution';
import { decoded } from './decoded';
import { encodeLink } from '../../../src/share/encode';
import { LINK_DEFAULTS, LINK_LIMITS, MAX_HASH, MAX_LINK_PROMPT } from '../../../src/share/linkState';

describe('a link', () => {
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
    ).toBe('#v=2&stage=prompt&p=def%20f(n)%3A&t=0.7&k=5&seed=7&c=small-fine-tuned&run=1');
  });

  it('of a full prompt in the widest script is read whole', () => {
    const prompt = '語'.repeat(MAX_LINK_PROMPT);
    const hash = encodeLink({ prompt });
    expect(hash.length).toBeLessThan(MAX_HASH);
    expect(decoded(hash).state.prompt).toBe(prompt);
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
    const { state, problems } = decoded(encodeLink({ prompt: `${'a'.repeat(5000)}def end():` }));
    expect(state.prompt).toHaveLength(MAX_LINK_PROMPT);
    expect(state.prompt?.endsWith('def end():')).toBe(true);
    expect(problems).toEqual([
      `The sender's prompt was longer than a link can carry; you see its last 1,500 characters.`,
    ]);
  });

  it('never splits a character when it shortens a prompt', () => {
    const { state } = decoded(encodeLink({ prompt: `${'😀'.repeat(1000)}x` }));
    expect(state.prompt).toBe(`${'😀'.repeat(749)}x`);
  });

  it('replaces a lone surrogate instead of failing', () => {
    expect(decoded(encodeLink({ prompt: 'a\uD800b' })).state.prompt).toBe('a\uFFFDb');
  });

  it('tells an empty prompt from the usual one', () => {
    expect(decoded(encodeLink({ prompt: '' })).state).toEqual({ prompt: '' });
    expect(decoded(encodeLink({})).state).toEqual({});
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
