import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITE_CHANGED } from '../../../src/offline/files';
import { CHANGED_STATUS, createShippedFiles } from '../../../src/storage/shippedFiles';
import { SCOPE } from './fakes';

/** What came with the page, where the worker found that the site has changed. */
const changed = createShippedFiles(SCOPE, async () => new Response(null, { status: SITE_CHANGED }));

describe('a site that changed since the page was stored', () => {
  it('is named by one number on both sides: the rooms do not know each other', () => {
    expect(CHANGED_STATUS).toBe(SITE_CHANGED);
  });

  it('is told to the reader, with what helps', async () => {
    const words = /the site has changed.* Load the new version when the page offers it/;
    await expect(changed.points()).rejects.toThrow(words);
    await expect(changed.recording('nano')).rejects.toThrow(words);
  });
});

describe('what is said of shipped files', () => {
  it('asks nothing of a reader that only we can do', () => {
    expect(readFileSync('src/storage/words.en.md', 'utf8')).not.toMatch(/\bbake\b/i);
  });
});
