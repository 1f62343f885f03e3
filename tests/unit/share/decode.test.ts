import { describe, expect, it } from 'vitest';
import { decoded } from './decoded';
import { MAX_HASH } from '../../../src/share/linkState';

describe('decodeLink', () => {
  it.each(['', '#', '#main', 'prompt'])('takes %j for no link at all', (hash) => {
    expect(decoded(hash)).toEqual({ state: {}, problems: [] });
  });

  it('drops unknown keys and says so once', () => {
    expect(decoded('#v=1&x=1&y=2&seed=3')).toEqual({
      state: { seed: 3 },
      problems: ['The link has parts that this page does not know; they were left out.'],
    });
  });

  it('keeps the first of a repeated key', () => {
    expect(decoded('#v=1&seed=3&seed=4').state).toEqual({ seed: 3 });
  });

  it('knows every size of a model, the one that was trained offline included', () => {
    const ownModel = { phase: 'fineTuned', preset: 'shipped', steps: 2000, seed: 7 };
    expect(decoded('#v=1&own=fineTuned.shipped.2000.7').state).toEqual({ ownModel });
  });

  it.each([
    ['t=99', { temperature: 2 }],
    ['t=-1', { temperature: 0 }],
    ['k=1e9', { topK: 8192 }],
    ['tp=0', { topP: 0.01 }],
    ['seed=-5', { seed: 0 }],
    ['seed=99999999999', { seed: 4294967295 }],
    ['n=0', { maxNewTokens: 1 }],
  ])('brings %s into range and names the range', (part, state) => {
    const link = decoded(`#v=1&${part}`);
    expect(link.state).toEqual(state);
    expect(link.problems).toHaveLength(1);
    expect(link.problems[0]).toMatch(/it goes from .* to .*, so .* is used/);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '', '%20', '0x10', '1e999', '1,5', 'seven', '%F0%9F%98%80'])(
    'leaves out the number %s',
    (text) => {
      const { state, problems } = decoded(`#v=1&t=${text}`);
      expect(state).toEqual({});
      expect(problems.join()).toContain('not a number');
    },
  );

  it('drops fractions of whole numbers without a fuss', () => {
    expect(decoded('#v=1&k=3.9')).toEqual({ state: { topK: 3 }, problems: [] });
  });

  it.each([
    ['stage=evaluation', 'stage'],
    ['c=../../etc', 'model'],
    ['c=', 'model'],
    ['b=webgpu', 'engine'],
    ['on=webgpu', 'engine'],
    ['own=fineTuned.huge.4.7', 'recipe'],
    ['own=fineTuned.nano.1e99.7', 'recipe'],
    ['own=a.b.c.d.e.f', 'recipe'],
    ['run=yes', 'run='],
  ])('leaves out %s and says what it was', (part, word) => {
    const { state, problems } = decoded(`#v=1&${part}`);
    expect(state).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(word);
  });

  it('leaves out a part with broken percent-encoding and keeps the rest', () => {
    expect(decoded('#v=1&p=%E0%A4%A&seed=5')).toEqual({
      state: { seed: 5 },
      problems: ['A part of the link is damaged and was left out.'],
    });
  });

  it.each([
    ['#v=3&seed=5', 'newer version'],
    ['#v=0&seed=5', 'does not exist'],
    ['#v=NaN&seed=5', 'does not exist'],
    ['#seed=5', 'names no version'],
  ])('takes what it understands of %s and says why', (hash, words) => {
    const { state, problems } = decoded(hash);
    expect(state).toEqual({ seed: 5 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it('quotes hostile text short and without control characters', () => {
    const { problems } = decoded(`#v=1&stage=${encodeURIComponent('\u0000\u202E<script>'.repeat(50))}`);
    expect(problems[0]).not.toMatch(/[\u202E\p{Cc}]/u);
    expect(problems[0]?.length).toBeLessThan(120);
  });

  it.each([
    ['one endless value', `#v=1&p=${'a'.repeat(1_000_000)}`],
    ['endless parts', `#v=1${'&seed=1'.repeat(150_000)}`],
    ['endless escapes', `#v=1&c=${'%41'.repeat(330_000)}`],
    ['an endless anchor', `#${'a'.repeat(1_000_000)}`],
    ['endless dots in a recipe', `#v=1&own=${'.'.repeat(1_000_000)}`],
  ])('looks only at the beginning of %s', (_, hash) => {
    const { problems } = decoded(hash);
    expect(problems).toContain('The link is far too long; only its beginning was read.');
    expect(decoded(hash)).toEqual(decoded(hash.slice(0, MAX_HASH + 1)));
  });
});
