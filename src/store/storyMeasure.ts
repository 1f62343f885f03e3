import { coherenceOf, type Checks } from '../corpora/prose/coherence';
import { realWords } from '../engine/evaluate/realWords';
import type { StoryMeasure } from '../protocol/storage';

function together(checks: readonly Checks[]): Checks {
  return {
    checked: checks.reduce((sum, { checked }) => sum + checked, 0),
    right: checks.reduce((sum, { right }) => sum + right, 0),
  };
}

/**
 * Measures stories of one model.
 * @param step after which it wrote them
 * @param texts without their prompts
 * @param lexicon words in lower case
 */
export function measureStories(
  step: number,
  texts: readonly string[],
  lexicon: ReadonlySet<string>,
): StoryMeasure {
  const counts = texts.map((text) => realWords(text, lexicon));
  const words = counts.reduce((sum, count) => sum + count.words, 0);
  const real = counts.reduce((sum, count) => sum + count.real, 0);
  const coherence = texts.map(coherenceOf);
  return {
    step,
    stories: texts.length,
    words,
    realWords: words === 0 ? 0 : real / words,
    pronouns: together(coherence.map(({ pronouns }) => pronouns)),
    things: together(coherence.map(({ things }) => things)),
  };
}
