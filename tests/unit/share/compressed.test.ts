import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compress, decompress } from '../../../src/share/compressed';
import { decoded } from './decoded';
import { encodeLink } from '../../../src/share/encode';
import { MAX_LINK_PROMPT } from '../../../src/share/linkState';
import { SAMPLES } from './samples';

const LARGE = 'The compressed prompt in the link is damaged or far too large; it was left out.';
const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

describe('a compressed prompt', () => {
  it.each(Object.entries(SAMPLES))('in %s comes back letter by letter', (_, sample) => {
    expect(decompress(compress(sample))).toBe(sample);
    expect(decoded(encodeLink({ prompt: sample })).state.prompt).toBe(sample);
  });

  // Longer texts of a language repeat more: a rate measured on less is not exceeded by more.
  it.each(Object.entries(SAMPLES))('in %s takes its share of 2,000 characters at most', (name, sample) => {
    const rate = encodeLink({ prompt: sample }).length / sample.length;
    // Chinese has thousands of signs: a link below 2,000 characters carries half a full prompt for sure.
    const carried = name === 'Chinese' ? MAX_LINK_PROMPT / 2 : MAX_LINK_PROMPT;
    expect(rate * carried).toBeLessThan(2000);
  });

  it('is longer than 2,000 characters where nothing repeats, and whole all the same', () => {
    const prompt = Array.from({ length: MAX_LINK_PROMPT }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
    ).join('');
    const hash = encodeLink({ prompt });
    expect(hash.length).toBeGreaterThan(2000);
    expect(decoded(hash)).toEqual({ state: { prompt }, problems: [] });
  });

  it('costs a lane next to nothing where it repeats the first answer’s', () => {
    const prompt = SAMPLES.German;
    const alone = encodeLink({ prompt }).length;
    expect(encodeLink({ prompt, lanes: [{ prompt: `${prompt} Und dann?` }] }).length - alone).toBeLessThan(
      60,
    );
  });

  it('that stands for megabytes costs neither time nor memory', () => {
    const bomb = base64Url(deflateSync(new Uint8Array(4_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(6000);
    const hash = `#v=2&z=${bomb}&seed=5`;
    expect(decoded(hash)).toEqual({ state: { seed: 5 }, problems: [LARGE] });
    const startMs = performance.now();
    decoded(hash);
    expect(performance.now() - startMs).toBeLessThan(50);
  });

  it.each(['', '%', 'A', '!!!!', 'AAAA', '____', '__proto__', '<script>', 'a'.repeat(9000)])(
    'that is damaged in way %# is left out with a sentence',
    (text) => {
      const { state, problems } = decoded(`#v=2&seed=5&z=${text}`);
      expect(state).toEqual({ seed: 5 });
      expect(problems).toHaveLength(1);
    },
  );
});

describe('lanes', () => {
  it('of another number than there can be are left out', () => {
    const { state, problems } = decoded('#v=2&lanes=9&2t=0');
    expect(state).toEqual({});
    expect(problems).toEqual([
      'The link puts "9" answers beside the first; 1 to 3 can be, so there are none.',
    ]);
  });

  it('say which answer a bad part belongs to', () => {
    const { state, problems } = decoded('#v=2&lanes=1&2t=99&2road=!');
    expect(state).toEqual({ lanes: [{ temperature: 2 }] });
    expect(problems.map((problem) => problem.slice(0, 9))).toEqual(['Answer 2:', 'Answer 2:']);
  });

  it('that no receiver would read are left out, and the link says so', () => {
    const prompt = (from: number) =>
      Array.from({ length: MAX_LINK_PROMPT }, (_, i) =>
        String.fromCharCode(0x4e00 + ((from + i * 7919) % 20_000)),
      ).join('');
    const lanes = [1, 2, 3].map((from) => ({ prompt: prompt(from * 3331) }));
    const { state, problems } = decoded(encodeLink({ prompt: prompt(0), lanes }));
    expect(state.lanes?.length).toBeLessThan(3);
    expect(problems).toEqual(['The sender had more answers side by side than the link could carry.']);
  });

  it('carry a road of the longest answer', () => {
    const road = Array.from({ length: 512 }, (_, i) => (i * 16) % 8192);
    expect(decoded(encodeLink({ lanes: [{ road }] }))).toEqual({
      state: { lanes: [{ road }] },
      problems: [],
    });
  });
});
