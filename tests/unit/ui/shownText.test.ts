import { expect, it } from 'vitest';
import { shownText } from '../../../src/ui/tokens/shownText';

it('replaces what cannot be seen and keeps letters, line breaks and tabs', () => {
  expect(shownText('\u0007a\u200b\n\tb\u00ad')).toBe('\ufffda\ufffd\n\tb\ufffd');
  expect(shownText('żółć 漢字 🙂')).toBe('żółć 漢字 🙂');
});
