import { describe, expect, it } from 'vitest';
import { setUp, settled } from './fakes';

describe('single-key shortcuts', () => {
  it('are on for a newcomer, and stay off on the next visit once they are off', async () => {
    const first = setUp();
    await first.boot();
    expect(first.state().lesson.letterKeys).toBe(true);
    first.actions.setLetterKeys(false);
    await settled();
    const next = setUp({ storage: first.storage });
    await next.boot();
    expect(next.state().lesson.letterKeys).toBe(false);
    next.actions.setLetterKeys(true);
    await settled();
    const last = setUp({ storage: first.storage });
    await last.boot();
    expect(last.state().lesson.letterKeys).toBe(true);
  });
});
