import { describe, expect, it } from 'vitest';
import { VISIT_MS } from '../../../src/store/predictions';
import { FakeStorage, Refusal, setUp, settled } from './fakes';

const START = 1_000_000;

/** A page opened at a time, on a machine where others may have been. */
function opened(storage = new FakeStorage(), at = START) {
  return setUp({ storage, now: () => at });
}

/** The answers that are kept, without their times. */
function kept(storage: FakeStorage): Record<string, unknown> {
  const read: unknown = JSON.parse(storage.preferences.get('predictions') ?? '{}');
  const entries = Object.entries(read as Record<string, unknown>);
  return Object.fromEntries(entries.map(([id, one]) => [id, Array.isArray(one) ? (one[0] as unknown) : one]));
}

describe('guesses', () => {
  it('are there again after a reload', async () => {
    const first = opened();
    await first.boot();
    first.actions.predict('a/b', 'later');
    await settled();
    const next = opened(first.storage, START + VISIT_MS);
    await next.boot();
    expect(next.state().lesson.predictions).toEqual({ 'a/b': 'later' });
    expect(next.state().lesson.earlierGuesses).toBeNull();
  });

  it('made before the kept ones arrive are added to them, and neither is lost', async () => {
    const first = opened();
    await first.boot();
    first.actions.predict('a', 'old');
    first.actions.predict('b', 'kept');
    await settled();
    const page = opened(first.storage);
    page.actions.predict('a', 'new');
    await settled();
    await page.boot();
    expect(page.state().lesson.predictions).toEqual({ a: 'new', b: 'kept' });
    expect(kept(page.storage)).toEqual({ a: 'new', b: 'kept' });
  });

  it('of two tabs are both kept, whichever is written last', async () => {
    const storage = new FakeStorage();
    const [one, other] = [opened(storage), opened(storage)];
    await one.boot();
    await other.boot();
    one.actions.predict('a', 'x');
    await settled();
    other.actions.predict('b', 'y');
    await settled();
    one.actions.predict('c', 'z');
    await settled();
    expect(kept(storage)).toEqual({ a: 'x', b: 'y', c: 'z' });
  });

  it.each(['', '[', 'null', '7', '{"a":7,"b":{},"c":["x"],"d":[1,2]}'])(
    'are none where %j was kept',
    async (damaged) => {
      const page = opened();
      page.storage.preferences.set('predictions', damaged);
      await page.boot();
      expect(page.state().lesson.predictions).toEqual({});
      expect(page.state().lesson.earlierGuesses).toBeNull();
    },
  );

  it('are gone once they are forgotten, here and on the next visit', async () => {
    const page = opened();
    page.storage.preferences.set('predictions', '{"b":"old"}');
    await page.boot();
    page.actions.predict('a', 'x');
    page.actions.forgetPredictions();
    await settled();
    expect(page.state().lesson).toMatchObject({ predictions: {}, earlierGuesses: null });
    expect(page.storage.preferences.get('predictions')).toBe('{}');
  });
});

describe('guesses of an earlier visit', () => {
  /** The next student at a machine where somebody guessed. */
  async function nextStudent() {
    const first = opened();
    await first.boot();
    first.actions.predict('a', 'theirs');
    first.actions.predict('b', 'theirs');
    await settled();
    const page = opened(first.storage, START + VISIT_MS + 1);
    await page.boot();
    return page;
  }

  it('do not count as those of this one', async () => {
    const page = await nextStudent();
    expect(page.state().lesson.predictions).toEqual({});
    const predictions = { a: 'theirs', b: 'theirs' };
    expect(page.state().lesson.earlierGuesses).toEqual({ predictions, lastMs: START });
  });

  it('kept without a time are of an earlier one', async () => {
    const page = opened();
    page.storage.preferences.set('predictions', '{"a":"x"}');
    await page.boot();
    expect(page.state().lesson.predictions).toEqual({});
    expect(page.state().lesson.earlierGuesses).toEqual({ predictions: { a: 'x' }, lastMs: null });
  });

  it('count, here and after a reload, when the reader says they are theirs; newer ones count more', async () => {
    const page = await nextStudent();
    page.actions.predict('a', 'mine');
    page.actions.keepEarlierGuesses();
    await settled();
    expect(page.state().lesson.predictions).toEqual({ a: 'mine', b: 'theirs' });
    const again = opened(page.storage, START + 2 * VISIT_MS);
    await again.boot();
    expect(again.state().lesson.predictions).toEqual({ a: 'mine', b: 'theirs' });
  });

  it('go when the reader says so, and what was guessed meanwhile stays', async () => {
    const page = await nextStudent();
    page.actions.predict('a', 'mine');
    page.actions.forgetEarlierGuesses();
    await settled();
    expect(page.state().lesson).toMatchObject({ predictions: { a: 'mine' }, earlierGuesses: null });
    expect(kept(page.storage)).toEqual({ a: 'mine' });
  });
});

describe('forgetting everything', () => {
  it('empties the storage and drops the run, so that nothing is saved again', async () => {
    const page = setUp();
    await page.boot();
    page.actions.predict('a', 'x');
    expect(await page.actions.forgetEverything()).toBe(true);
    await settled();
    expect([...page.storage.preferences.keys()]).toEqual([]);
    expect(page.state().runs.activeRunId).toBeNull();
    expect(page.state().runs.records).toEqual({});
  });

  it('says so when the browser refuses', async () => {
    const page = setUp();
    await page.boot();
    page.storage.trouble = new Refusal('unavailable');
    expect(await page.actions.forgetEverything()).toBe(false);
    expect(page.state().lesson.notices).toHaveLength(1);
  });
});
