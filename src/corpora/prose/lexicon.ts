/** The words the prose can contain: what "share of real words" is measured against. */
import { COMPARISON_TEXTS, COMPARISONS } from './comparisonStories';
import { TOPICS } from './howTo';
import { LESSON_TEXTS, LESSONS } from './numberStories';
import { PLOTS } from './plots';
import { SCENE_TEXTS } from './scene';
import { wordsOf } from './template';
import { writtenParagraphs } from './written';

/** Every sentence frame of the grammar. */
function frames(): string[] {
  const told = [...PLOTS, ...LESSONS, ...COMPARISONS].flatMap(({ parts }) => parts.flat());
  return [...told, ...TOPICS.flat()];
}

/** Every lower-case word that any text of the grammar can contain. */
export function grammarLexicon(): Set<string> {
  return new Set([...frames(), ...SCENE_TEXTS, ...LESSON_TEXTS, ...COMPARISON_TEXTS].flatMap(wordsOf));
}

/** Every lower-case word of the prose, of the grammar and written by hand. */
export function proseLexicon(): Set<string> {
  const written = [...writtenParagraphs('train'), ...writtenParagraphs('val')];
  return new Set([...grammarLexicon(), ...written.flatMap(wordsOf)]);
}

/** How many different sentence frames the grammar has. */
export function frameCount(): number {
  return new Set(frames()).size;
}
