import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppStoreContext } from '../../../src/stages/appStore';
import { LINE_QUESTION } from '../../../src/stages/10-tokenize/examples';
import { Prediction } from '../../../src/stages/10-tokenize/Prediction';
import { createTokenizer } from '../../../src/engine/tokenizer/bytePairTokenizer';
import { setUp, TOKENIZER } from '../store/fakes';

function shown({ store }: ReturnType<typeof setUp>): string {
  const api = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <AppStoreContext value={api}>
      <Prediction tokenizer={createTokenizer(TOKENIZER)} />
    </AppStoreContext>,
  );
}

describe('the guess in Tokenize', () => {
  it('shows nothing before it is made, and cannot be asked for the answer before one is chosen', () => {
    const markup = shown(setUp());
    expect(markup.match(/type="radio"/g)?.length).toBeGreaterThan(1);
    expect(markup).toMatch(/<button[^>]*aria-disabled="true"[^>]*>See the answer/);
    expect(markup).not.toContain('Tokens of the predicted line');
  });

  it('is over once the answer is seen: there is nothing left to choose', () => {
    const page = setUp();
    page.actions.predict(LINE_QUESTION, '3');
    const markup = shown(page);
    expect(markup).toContain('You said 3.');
    expect(markup).not.toContain('type="radio"');
    expect(markup).not.toContain('See the answer');
  });

  it('of an earlier visit is not shown as this reader’s', async () => {
    const page = setUp();
    page.storage.preferences.set('predictions', JSON.stringify({ [LINE_QUESTION]: '3' }));
    await page.boot();
    const markup = shown(page);
    expect(markup).toContain('type="radio"');
    expect(markup).toContain('An earlier visit left guesses on this machine.');
  });
});
