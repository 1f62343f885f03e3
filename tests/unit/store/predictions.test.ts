import { describe, expect, it } from 'vitest';
import { Refusal, setUp, settled } from './fakes';

describe('guesses', () => {
  it('are there again on the next visit', async () => {
    const first = setUp();
    await first.boot();
    first.actions.predict('a/b', 'later');
    await settled();
    const next = setUp({ storage: first.storage });
    await next.boot();
    expect(next.state().lesson.predictions).toEqual({ 'a/b': 'later' });
  });

  it('made before the kept ones arrive are added to them, and neither is lost', async () => {
    const page = setUp();
    page.storage.preferences.set('predictions', JSON.stringify({ a: 'old', b: 'kept' }));
    page.actions.predict('a', 'new');
    await settled();
    await page.boot();
    expect(page.state().lesson.predictions).toEqual({ a: 'new', b: 'kept' });
    expect(JSON.parse(page.storage.preferences.get('predictions') ?? '')).toEqual({ a: 'new', b: 'kept' });
  });

  it.each(['', '[', 'null', '7', '{"a":7,"b":{}}'])('are none where %j was kept', async (kept) => {
    const page = setUp();
    page.storage.preferences.set('predictions', kept);
    await page.boot();
    expect(page.state().lesson.predictions).toEqual({});
  });

  it('are gone once they are forgotten, here and on the next visit', async () => {
    const page = setUp();
    await page.boot();
    page.actions.predict('a', 'x');
    page.actions.forgetPredictions();
    await settled();
    expect(page.state().lesson.predictions).toEqual({});
    expect(page.storage.preferences.get('predictions')).toBe('{}');
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
