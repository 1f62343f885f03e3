import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { GALLERY } from '../../../src/corpora/gallery';
import { GalleryQuestion, outcomeOf } from '../../../src/stages/40-prompt/GalleryQuestion';
import type { OpenQuestion } from '../../../src/stages/40-prompt/useGallery';

const [first, second] = GALLERY;
if (!first || !second) throw new Error('Expected two presets');

const question = (change: Partial<OpenQuestion> = {}): OpenQuestion => ({
  preset: first,
  guess: null,
  stage: 'asked',
  next: second,
  ...change,
});
const ignore = (): void => undefined;
const markupOf = (change: Partial<OpenQuestion> = {}): string =>
  renderToStaticMarkup(
    <GalleryQuestion
      question={question(change)}
      takesFocus={false}
      disabled={false}
      onGuess={ignore}
      onOpen={ignore}
      onClose={ignore}
    />,
  );

describe('an open question', () => {
  it('offers its answers as buttons, and keeps its caption to itself', () => {
    const markup = markupOf();
    for (const option of ['Noise', 'Sentences about factorials', 'Python with a mistake in it'])
      expect(markup).toMatch(new RegExp(`<button[^>]*>${option}</button>`));
    expect(markup).not.toContain('Random weights give noise');
  });

  it('takes no second guess while the answers are written, and tells nothing yet', () => {
    const markup = markupOf({ stage: 'writing', guess: 0 });
    expect(markup).not.toContain('Noise');
    expect(markup).not.toContain('Random weights give noise');
    expect(markup).toMatch(/aria-live="polite"><p[^>]*>The answers are being written below\./);
  });

  it('compares the guess with what is right, then says what can be seen', () => {
    const markup = markupOf({ stage: 'shown', guess: 0 });
    expect(markup).toContain('You guessed: Noise. The answer: Sentences about factorials.');
    expect(markup).toContain('Random weights give noise');
  });

  it('leads on to the next one, but not after the last', () => {
    expect(markupOf()).toContain('Next question');
    expect(markupOf({ next: null })).not.toContain('Next question');
  });
});

describe('the outcome', () => {
  it('tells a right guess from none', () => {
    expect(outcomeOf(question({ guess: first.answer }))).toBe(
      'You guessed right: Sentences about factorials.',
    );
    expect(outcomeOf(question())).toBe('The answer: Sentences about factorials.');
  });
});
