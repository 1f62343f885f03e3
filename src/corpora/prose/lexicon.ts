/** The words the prose can contain: what "share of real words" is measured against. */
import { TOPICS } from './howTo';
import { LESSON_TEXTS, LESSONS } from './numberStories';
import { PLOTS } from './plots';
import { SCENE_TEXTS } from './scene';
import { wordsOf } from './template';

/** Every lower-case word that any story, lesson or how-to sentence can contain. */
export function proseLexicon(): Set<string> {
  const frames = [
    ...PLOTS.flatMap(({ parts }) => parts.flat()),
    ...LESSONS.flatMap(({ parts }) => parts.flat()),
    ...TOPICS.flat(),
  ];
  return new Set([...frames, ...SCENE_TEXTS, ...LESSON_TEXTS].flatMap(wordsOf));
}

/** How many different sentence frames the grammar has. */
export function frameCount(): number {
  return new Set([
    ...PLOTS.flatMap(({ parts }) => parts.flat()),
    ...LESSONS.flatMap(({ parts }) => parts.flat()),
    ...TOPICS.flat(),
  ]).size;
}
