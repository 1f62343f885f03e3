import { describe, expect, it } from 'vitest';
import { roughShare, roughSpeed } from '../../../../src/ui/run/quantity';
import { spokenTime } from '../../../../src/ui/run/spokenTime';
import { timeLeft } from '../../../../src/ui/run/timeLeft';

describe('timeLeft', () => {
  it.each([
    [null, 'not known yet'],
    [Number.NaN, 'not known yet'],
    [0, 'a moment'],
    [4.9, 'a moment'],
    [5, 'about 5 seconds'],
    [41, 'about 40 seconds'],
    [57, 'about 55 seconds'],
    [58, 'about a minute'],
    [89, 'about a minute'],
    [90, 'about 2 minutes'],
    [600, 'about 10 minutes'],
    [3 * 3600, 'about 3 hours'],
  ])('says %s seconds as "%s"', (seconds, expected) => {
    expect(spokenTime(seconds)).toBe(expected);
  });

  it('never says a longer wait with a smaller number of the same unit', () => {
    let before = timeLeft(0);
    for (let seconds = 0; seconds < 20_000; seconds += 1) {
      const now = timeLeft(seconds);
      if (now.key === before.key) expect(now.count).toBeGreaterThanOrEqual(before.count);
      before = now;
    }
  });
});

describe('rough numbers', () => {
  it('keep two digits of a speed', () => {
    expect([0.4, 7.6, 421, 12_388].map(roughSpeed)).toEqual([0, 8, 420, 12_000]);
  });

  it('write a share without decimals', () => {
    expect(roughShare(0.6249)).toBe('62%');
  });
});
