/** The prose corpus: short texts without end, most from a grammar, some written by hand. */
import { createRandom, type Random } from '../../engine/random';
import { COMPARISONS } from './comparisonStories';
import { drawExample, TOPICS } from './howTo';
import { LESSONS } from './numberStories';
import { PLOTS } from './plots';
import { drawScene } from './scene';
import { fillFrame, type Slots } from './template';
import { writtenDocuments } from './written';

export interface ProseOptions {
  /** The same seed gives the same documents in the same order. */
  readonly seed: number | string;
  /** `val` is drawn from a stream of its own: nearly all its stories are new, its written paragraphs are held out. */
  readonly split: 'train' | 'val';
}

/** Of all documents. They are longer than those of the grammar: a twelfth of the text, read about three times by `small`. */
const WRITTEN_SHARE = 0.05;
/** Of the documents of the grammar. */
const STORY_SHARE = 0.55;
const LESSON_SHARE = 0.28;

const ALL_LESSONS = [...LESSONS, ...COMPARISONS];

/** One frame of every part, all filled from the same slots. */
function tell(random: Random, parts: readonly (readonly string[])[], slots: Slots): string {
  return parts.map((frames) => fillFrame(random.pick(frames), slots)).join(' ');
}

function story(random: Random): string {
  const { things, parts } = random.pick(PLOTS);
  return tell(random, parts, drawScene(random, things));
}

function lesson(random: Random): string {
  const { draw, parts } = random.pick(ALL_LESSONS);
  return tell(random, parts, draw(random));
}

function howTo(random: Random): string {
  const topics = random.shuffle(TOPICS).slice(0, 2);
  const slots = drawExample(random);
  return topics.flatMap((sentences) => sentences.map((sentence) => fillFrame(sentence, slots))).join(' ');
}

/** One short text of the grammar: three to eight sentences. */
export function drawFromGrammar(random: Random): string {
  const kind = random.next();
  if (kind < STORY_SHARE) return story(random);
  return kind < STORY_SHARE + LESSON_SHARE ? lesson(random) : howTo(random);
}

/** Short texts, one document each, without end: the caller stops. A document is one paragraph. */
export function* proseDocuments({ seed, split }: ProseOptions): Generator<string, never, undefined> {
  const random = createRandom(seed).fork('prose').fork(split);
  const written = writtenDocuments(random.fork('written'), split);
  const kinds = random.fork('kinds');
  for (;;) yield kinds.next() < WRITTEN_SHARE ? written.next().value : drawFromGrammar(random);
}
