import { describe, expect, it } from 'vitest';
import type { Decoder } from '../../../../src/engine/runtime';
import { createRandom } from '../../../../src/engine/random';
import {
  distribution,
  drawAt,
  drawsOf,
  drawToken,
  softmax,
  type SampleSettings,
} from '../../../../src/engine/sample/distribution';
import { generate, type DrawnToken } from '../../../../src/engine/sample/generate';
import { byteTokenizer } from '../../../../src/engine/tokenizer/bytePairTokenizer';
import { END_OF_TEXT } from '../../../../src/engine/tokenizer/tokenizer';

const CONFIG = { nLayer: 1, nHead: 1, nEmbd: 4, blockSize: 8, vocabSize: 257 };
const DRAWN: SampleSettings = { temperature: 1.3, topK: 0, topP: 1, seed: 5, maxNewTokens: 12 };

/** Logits that depend on all that was read, and never let the text end. */
function noisyDecoder(): Decoder {
  return {
    logitsAfter: (sequences) =>
      Promise.resolve(
        sequences.map((sequence) => {
          const random = createRandom(sequence.join(' '));
          const logits = Float32Array.from({ length: CONFIG.vocabSize }, () => 2 * random.normal());
          logits[END_OF_TEXT] = -Infinity;
          return logits;
        }),
      ),
    dispose: () => undefined,
  };
}

async function write(settings: SampleSettings, road: readonly number[] = []): Promise<DrawnToken[]> {
  const options = { decoder: noisyDecoder(), config: CONFIG, tokenizer: byteTokenizer() };
  const tokens: DrawnToken[] = [];
  for await (const token of generate({ ...options, promptIds: [0, 70], settings, road })) tokens.push(token);
  return tokens;
}
const idsOf = (tokens: readonly DrawnToken[]): number[] => tokens.map(({ id }) => id);

describe('a road that a text takes', () => {
  it('is what it begins with; the rest is drawn as if that had been drawn', async () => {
    const own = idsOf(await write(DRAWN));
    expect(idsOf(await write(DRAWN, own.slice(0, 5)))).toEqual(own);
    const other = [...own.slice(0, 4), ((own[4] ?? 0) + 1) % 200];
    const turned = idsOf(await write(DRAWN, other));
    expect(turned.slice(0, 5)).toEqual(other);
    expect(turned).toHaveLength(DRAWN.maxNewTokens);
    expect(turned.slice(5)).not.toEqual(own.slice(5));
  });

  it('tells what the model thought of a token that it was given', async () => {
    const [first] = await write(DRAWN, [42]);
    expect(first?.id).toBe(42);
    expect(first?.modelProb).toBe(first && softmax(first.logits)[42]);
    expect(first?.prob).toBe(first && distribution(first.logits, DRAWN).probs[42]);
  });

  it('is refused when it has tokens that the model does not know', async () => {
    await expect(write(DRAWN, [3, 257])).rejects.toThrow(/expected a road of token ids below 257, got 257/);
    await expect(write(DRAWN, [0.5])).rejects.toThrow(/got 0.5/);
  });
});

describe('the settings and the logits', () => {
  it('start from the same logits whatever the temperature', async () => {
    const [cool] = await write({ ...DRAWN, temperature: 0.2 });
    const [hot] = await write({ ...DRAWN, temperature: 1.9 });
    expect(cool?.logits).toEqual(hot?.logits);
    expect(cool?.alternatives.map(({ modelProb }) => modelProb)).toEqual(
      hot?.alternatives.map(({ modelProb }) => modelProb),
    );
  });

  it('make top-k 1 the same as always taking the likeliest', async () => {
    const greedy = idsOf(await write({ ...DRAWN, temperature: 0 }));
    expect(idsOf(await write({ ...DRAWN, topK: 1 }))).toEqual(greedy);
  });

  it('make top-p 1 with top-k off the same as drawing from everything', async () => {
    const tokens = await write(DRAWN);
    for (const [index, { id, logits }] of tokens.entries()) {
      const probs = distribution(logits, { temperature: DRAWN.temperature, topK: 257, topP: 1 }).probs;
      expect(id).toBe(drawToken(probs, drawAt(drawsOf(DRAWN.seed), index)));
    }
  });
});

describe('20,000 draws', () => {
  const COUNT = 20_000;
  const random = createRandom('logits of the draws');
  const logits = Float32Array.from({ length: 24 }, () => 1.5 * random.normal());
  const { probs } = distribution(logits, { temperature: 0.9, topK: 16, topP: 0.95 });
  const kept = [...probs.entries()].filter(([, prob]) => prob > 0);

  /** Pearson's statistic of drawn tokens against the shown probabilities. */
  function chiSquare(draw: (i: number) => number): number {
    const drawn = new Map<number, number>();
    for (let i = 0; i < COUNT; i++) {
      const id = drawToken(probs, draw(i));
      drawn.set(id, (drawn.get(id) ?? 0) + 1);
    }
    expect([...drawn.keys()].every((id) => (probs[id] ?? 0) > 0)).toBe(true);
    return kept.reduce((sum, [id, prob]) => {
      const expected = COUNT * prob;
      return sum + ((drawn.get(id) ?? 0) - expected) ** 2 / expected;
    }, 0);
  }

  // What fair draws exceed once in a thousand times (Wilson and Hilferty's approximation, good to 0.1 here).
  const freedom = kept.length - 1;
  const spread = 2 / (9 * freedom);
  const most = freedom * (1 - spread + 3.09 * Math.sqrt(spread)) ** 3;

  it.each<[string, (i: number) => number]>([
    ['by as many seeds', (i) => drawAt(drawsOf(i), 0)],
    ['along one text', (i) => drawAt(drawsOf(7), i)],
    ['by neighbouring seeds and places', (i) => drawAt(drawsOf(i % 100), Math.floor(i / 100))],
  ])('come out as often as the probabilities say: %s', (_, draw) => {
    expect(kept.length).toBeGreaterThan(8);
    expect(chiSquare(draw)).toBeLessThan(most);
  });

  it('would be found out if one token in a hundred were drawn wrongly', () => {
    const biased = (i: number): number => (i % 100 === 0 ? 0 : drawAt(drawsOf(i), 0));
    expect(chiSquare(biased)).toBeGreaterThan(most);
  });
});
