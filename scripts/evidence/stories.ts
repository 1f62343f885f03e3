/** How well the stories of a saved model hold together. */
import { STORY_PROMPTS, STORY_SETTINGS } from '../../src/corpora/prose/coherence';
import { proseLexicon } from '../../src/corpora/prose/lexicon';
import type { StoryMeasure } from '../../src/protocol/storage';
import { measureStories } from '../../src/store/storyMeasure';
import type { TrainedPoint } from '../training/job';
import type { Examiner } from './examiner';

/** Stories of each prompt of the page: four times as many as it asks for, so that chance has less say. */
const SAMPLES = 4;

const REQUESTS = Array.from({ length: SAMPLES }, (_, round) =>
  STORY_PROMPTS.map(({ prompt, seed }) => ({ prompt, seed: seed + round * STORY_PROMPTS.length })),
).flat();

/** Has a saved model write 64 stories, the first sixteen as the page would, and measures them. */
export async function measurePoint(examiner: Examiner, { info, path }: TrainedPoint): Promise<StoryMeasure> {
  const texts = await examiner.answer({ path }, REQUESTS, STORY_SETTINGS);
  return measureStories(info.step, texts, proseLexicon());
}
