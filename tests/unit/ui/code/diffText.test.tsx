import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DiffText } from '../../../../src/ui/code/DiffText';

/** What is underlined, line by line; an empty text for a line in which nothing is. */
const underlined = (before: string, after: string): string[] =>
  [
    ...renderToStaticMarkup(<DiffText label="diff" before={before} after={after} />).matchAll(
      /<li[^>]*>(.*?)<\/li>/gs,
    ),
  ].map(([, line = '']) => /<mark>(.*?)<\/mark>/s.exec(line)?.[1] ?? '');

describe('where changed lines stand together', () => {
  it('lays the first removed line over the first added one, the second over the second', () => {
    expect(underlined('a = 1\nb = 2\nend', 'a = 7\nb = 8\nend')).toEqual(['1', '2', '7', '8', '']);
  });

  it('underlines nothing in a line that has no other version', () => {
    expect(underlined('a = 1\nb = 2\nend', 'a = 7\nend')).toEqual(['1', '', '7', '']);
    expect(underlined('a = 1\nend', 'a = 7\nb = 8\nend')).toEqual(['1', '7', '', '']);
  });

  it('begins anew behind a line that both share', () => {
    expect(underlined('a = 1\nb = 2\nsame\nc = 3', 'a = 7\nsame\nc = 9')).toEqual([
      '1',
      '',
      '7',
      '',
      '3',
      '9',
    ]);
  });
});
