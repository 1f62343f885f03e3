import { describe, expect, it } from 'vitest';
import { copyLink } from '../../../src/app/clipboard';

const HREF = 'https://example.org/a/sub/path/?x=1#v=1&stage=prompt';
const LINK = 'https://example.org/a/sub/path/?x=1#v=1&seed=5&run=1';

const pageWith = (clipboard?: Pick<Clipboard, 'writeText'>) => ({
  location: { href: HREF },
  navigator: clipboard ? { clipboard } : {},
});

describe('copyLink', () => {
  it('puts the whole address with the new hash into the clipboard', async () => {
    const written: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void written.push(text)) };
    expect(await copyLink('#v=1&seed=5&run=1', pageWith(clipboard))).toEqual({ kind: 'copied' });
    expect(written).toEqual([LINK]);
  });

  it.each([
    ['is refused', { writeText: () => Promise.reject(new Error('no')) }],
    ['is not there', undefined],
  ])('gives the link to copy by hand where the clipboard %s', async (_, clipboard) => {
    expect(await copyLink('#v=1&seed=5&run=1', pageWith(clipboard))).toEqual({ kind: 'refused', link: LINK });
  });
});
