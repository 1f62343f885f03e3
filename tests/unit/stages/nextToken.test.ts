import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/engine/random';
import { distribution, drawAt, drawsOf, drawToken, softmax } from '../../../src/engine/sample/distribution';
import {
  chancesOf,
  landingOf,
  numberAt,
  othersOf,
  rankingOf,
  ROWS,
  rowsOfPlace,
  shownIds,
} from '../../../src/stages/40-prompt/nextToken';
import { SETTINGS } from './answers';

const some = { ...SETTINGS, temperature: 1, topK: 0, topP: 1 };

// Steps of 1/8 make ties frequent, fine ones stay apart after the exponential; a diverged model also gives no numbers.
const logit = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -160, max: 160 }).map((eighths) => eighths / 8) },
  { weight: 12, arbitrary: fc.integer({ min: -2e6, max: 2e6 }).map((fine) => fine / 2 ** 17) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -Infinity, -0) },
);
const logitsOf = fc
  .array(logit, { minLength: 1, maxLength: 60 })
  .map((values) => Float32Array.from(values))
  .filter((logits) => logits.some((value) => Number.isFinite(value)));
const settingsOf = fc.record({
  temperature: fc.oneof(fc.constantFrom(0, 0.05, 1, 2), fc.double({ min: 0.01, max: 2, noNaN: true })),
  topK: fc.integer({ min: 0, max: 70 }),
  topP: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  maxNewTokens: fc.constant(8),
});
const number = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Logits of a vocabulary of this size, peaked as a trained model's are. */
function peaked(size: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: size }, () => random.normal() * 3);
}

describe('the chances', () => {
  it('are to the bit those the text was drawn with', () => {
    fc.assert(
      fc.property(logitsOf, settingsOf, (logits, settings) => {
        expect(chancesOf(rankingOf(logits), settings)).toEqual(distribution(logits, settings));
      }),
      { seed: 6, numRuns: 2000 },
    );
  });

  it.each([1, 2, 3])('are the same at the largest vocabulary, seed %i', (seed) => {
    const logits = peaked(8192, seed);
    for (const [topK, topP] of [
      [0, 1],
      [0, 0.95],
      [40, 0.95],
      [8191, 0.5],
    ] as const) {
      const settings = { ...SETTINGS, topK, topP };
      expect(chancesOf(rankingOf(logits), settings)).toEqual(distribution(logits, settings));
    }
  });

  it('hold the largest float for an infinite logit, as the draw does', () => {
    const logits = Float32Array.of(1, Infinity, Infinity, NaN);
    expect(chancesOf(rankingOf(logits), some)).toEqual(distribution(logits, some));
  });

  it('cannot be told of a place without a usable logit', () => {
    expect(() => rankingOf(Float32Array.of(NaN, -Infinity))).toThrow(RangeError);
  });
});

describe('the order', () => {
  it('is the likeliest first, the lower id first on ties, those that are never drawn last', () => {
    expect([...rankingOf(Float32Array.of(1, 3, NaN, 3, -Infinity, 2)).ids]).toEqual([1, 3, 5, 0, 2, 4]);
  });

  it('is sorted once per place', () => {
    const logits = Float32Array.of(1, 2);
    expect(rankingOf(logits)).toBe(rankingOf(logits));
  });

  it('keeps a row for the written token, wherever it stands', () => {
    const ranking = rankingOf(Float32Array.from({ length: 40 }, (_, id) => -id));
    expect(shownIds(ranking, 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(shownIds(ranking, 39)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 39]);
  });

  it('has a row for every token of a small vocabulary', () => {
    expect(shownIds(rankingOf(Float32Array.of(0, 1)), 0)).toEqual([1, 0]);
  });
});

describe('the rows', () => {
  it('stay the same tokens with the same model probability for all settings', () => {
    fc.assert(
      fc.property(logitsOf, settingsOf, settingsOf, fc.nat(), (logits, one, other, written) => {
        const ranking = rankingOf(logits);
        const rowsWith = (settings: typeof one) =>
          rowsOfPlace(ranking, chancesOf(ranking, settings), written % logits.length, []).map(
            ({ id, modelProb }) => [id, modelProb],
          );
        expect(rowsWith(one)).toEqual(rowsWith(other));
        expect(rowsWith(one).length).toBe(Math.min(ROWS, logits.length));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('and the others make up the whole: 100% before, 100% after, and every token counted', () => {
    fc.assert(
      fc.property(logitsOf, settingsOf, fc.nat(), (logits, settings, written) => {
        const ranking = rankingOf(logits);
        const chances = chancesOf(ranking, settings);
        const rows = rowsOfPlace(ranking, chances, written % logits.length, []);
        const others = othersOf(ranking, chances, rows);
        const sum = (of: 'prob' | 'modelProb') => rows.reduce((all, row) => all + row[of], others[of]);
        expect(sum('prob')).toBeCloseTo(1, 5);
        expect(sum('modelProb')).toBeCloseTo(1, 5);
        expect(rows.length + others.count).toBe(logits.length);
        expect(rows.filter(({ prob }) => prob > 0).length + others.kept).toBe(chances.kept);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('tell the model as it is, and the text of each token', () => {
    const logits = Float32Array.of(0, 2, 1);
    const ranking = rankingOf(logits);
    const rows = rowsOfPlace(ranking, chancesOf(ranking, { ...some, topK: 1 }), 0, ['a', 'b', 'c']);
    const probs = softmax(logits);
    expect(rows).toEqual([
      { id: 1, text: 'b', modelProb: probs[1], prob: 1 },
      { id: 2, text: 'c', modelProb: probs[2], prob: 0 },
      { id: 0, text: 'a', modelProb: probs[0], prob: 0 },
    ]);
  });
});

describe('the draw', () => {
  it('lands where the text was drawn, on the segment that holds the number', () => {
    fc.assert(
      fc.property(logitsOf, settingsOf, number, (logits, settings, u) => {
        const { id, segments } = landingOf(chancesOf(rankingOf(logits), settings), u, 0.01);
        expect(id).toBe(drawToken(distribution(logits, settings).probs, u));
        const hit = segments.find((segment) => segment.id === id);
        expect(hit?.from).toBeLessThanOrEqual(u + 1e-9);
        expect(hit?.to).toBeGreaterThanOrEqual(u - 1e-9);
      }),
      { seed: 9, numRuns: 2000 },
    );
  });

  it('lays the segments end to end from 0 to 1, in the order of the ids', () => {
    fc.assert(
      fc.property(logitsOf, settingsOf, number, (logits, settings, u) => {
        const { segments } = landingOf(chancesOf(rankingOf(logits), settings), u, 0.01);
        expect(segments[0]?.from).toBe(0);
        expect(segments.at(-1)?.to).toBe(1);
        segments.slice(1).forEach(({ from }, at) => expect(from).toBe(segments[at]?.to));
        const ids = segments.flatMap(({ id }) => id ?? []);
        expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  it('has a segment for every kept token, as wide as its chance, where none is too narrow', () => {
    const chances = chancesOf(rankingOf(Float32Array.of(0, 1, 2, 3)), { ...some, topK: 3 });
    const { segments } = landingOf(chances, 0.5, 0);
    expect(segments.map(({ id }) => id)).toEqual([1, 2, 3]);
    segments.forEach(({ id, from, to }) => expect(to - from).toBeCloseTo(chances.probs[id ?? 0] ?? 0, 6));
  });

  it('joins narrow neighbours, but never the one that is hit', () => {
    const chances = chancesOf(rankingOf(new Float32Array(1000)), some);
    const { id, segments } = landingOf(chances, 0.5005, 0.004);
    expect(id).toBe(500);
    expect(segments.map((segment) => segment.id)).toEqual([null, 500, null]);
  });

  it('uses the number of the seed at that place', () => {
    expect(numberAt(7, 12)).toBe(drawAt(drawsOf(7), 12));
    expect(numberAt(7, 12)).not.toBe(numberAt(7, 13));
  });
});

it('measures how long a slider takes to its picture at the largest vocabulary', () => {
  const logits = peaked(8192, 4);
  const started = performance.now();
  const ranking = rankingOf(logits);
  const sorted = performance.now();
  const MOVES = 200;
  let drawn = 0;
  for (let move = 0; move < MOVES; move++) {
    const settings = { ...some, temperature: 0.5 + move / MOVES, topP: 0.95 };
    const chances = chancesOf(ranking, settings);
    const rows = rowsOfPlace(ranking, chances, 5, []);
    drawn += othersOf(ranking, chances, rows).count + landingOf(chances, 0.37, 0.004).segments.length;
  }
  const each = (performance.now() - sorted) / MOVES;
  console.info(
    `8192 tokens: ranked once in ${(sorted - started).toFixed(1)} ms, then ${each.toFixed(2)} ms a move`,
  );
  expect(drawn).toBeGreaterThan(MOVES * (8192 - ROWS));
});
