/** The prose corpus: short stories without end, from a grammar. */
import { createRandom, type Random } from '../../engine/random';
import { drawExample, TOPICS } from './howTo';
import { LESSONS } from './numberStories';
import { PLOTS } from './plots';
import { drawScene } from './scene';
import { fillFrame, type Slots } from './template';

export interface ProseOptions {
  /** The same seed gives the same documents in the same order. */
  readonly seed: number | string;
  /** `val` is drawn from a stream of its own; nearly all its stories are new. */
  readonly split: 'train' | 'val';
}

const STORY_SHARE = 0.55;
const LESSON_SHARE = 0.28;

/** One frame of every part, all filled from the same slots. */
function tell(random: Random, parts: readonly (readonly string[])[], slots: Slots): string {
  return parts.map((frames) => fillFrame(random.pick(frames), slots)).join(' ');
}

function story(random: Random): string {
  const { things, parts } = random.pick(PLOTS);
  return tell(random, parts, drawScene(random, things));
}

function lesson(random: Random): string {
  const { draw, parts } = random.pick(LESSONS);
  return tell(random, parts, draw(random));
}

function howTo(random: Random): string {
  const topics = random.shuffle(TOPICS).slice(0, 2);
  const slots = drawExample(random);
  return topics.flatMap((sentences) => sentences.map((sentence) => fillFrame(sentence, slots))).join(' ');
}

/** One short text of three to eight sentences. */
export function drawProse(random: Random): string {
  const kind = random.next();
  if (kind < STORY_SHARE) return story(random);
  return kind < STORY_SHARE + LESSON_SHARE ? lesson(random) : howTo(random);
}

/** Short texts, one document each, without end: the caller stops. A document is one paragraph. */
export function* proseDocuments({ seed, split }: ProseOptions): Generator<string, never, undefined> {
  const random = createRandom(seed).fork('prose').fork(split);
  for (;;) yield drawProse(random);
}
