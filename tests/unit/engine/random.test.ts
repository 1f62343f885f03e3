import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/engine/random';

const draws = (seed: string | number, n: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => random.next());
};

describe('createRandom', () => {
  it('gives the same numbers for the same seed, as text or number', () => {
    expect(draws(7, 100)).toEqual(draws('7', 100));
    expect(draws(7, 100)).not.toEqual(draws(8, 100));
  });

  it('forks depend on their name only, never on draws made before', () => {
    const fresh = createRandom('run');
    const used = createRandom('run');
    for (let i = 0; i < 10; i++) used.next();
    expect(used.fork('batch').fork(3).next()).toBe(fresh.fork('batch').fork(3).next());
    expect(fresh.fork(3).path).toBe('run/3');
    expect(fresh.fork('a').next()).not.toBe(fresh.fork('b').next());
  });

  it('spreads numbers evenly over [0, 1), also over the first draw of neighbouring forks', () => {
    const root = createRandom(1);
    for (const numbers of [draws(1, 20_000), Array.from({ length: 20_000 }, (_, i) => root.fork(i).next())]) {
      const binOf = (u: number): number => Math.floor(u * 20);
      const counts = new Map(Array.from({ length: 20 }, (_, bin) => [bin, 0]));
      for (const u of numbers) counts.set(binOf(u), (counts.get(binOf(u)) ?? 0) + 1);
      expect([...counts.keys()]).toHaveLength(20); // nothing below 0, nothing at 1
      const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
      expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom, one in a thousand
    }
  });

  it('draws normals with mean 0 and deviation 1', () => {
    const random = createRandom('normal');
    const numbers = Array.from({ length: 20_000 }, () => random.normal());
    const mean = numbers.reduce((a, b) => a + b) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('int reaches every value below its limit and nothing else', () => {
    const random = createRandom(3);
    expect(new Set(Array.from({ length: 500 }, () => random.int(5)))).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const limit of [0, -1, 1.5, NaN]) expect(() => random.int(limit)).toThrow(RangeError);
  });

  it('shuffle keeps every element, leaves the original alone and changes the order', () => {
    const original = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = createRandom(5).shuffle(original);
    expect(shuffled).not.toEqual(original);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(original);
    expect(original[0]).toBe(0);
  });

  it('picks from the list, and refuses an empty one', () => {
    expect(['a', 'b']).toContain(createRandom(1).pick(['a', 'b']));
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});
