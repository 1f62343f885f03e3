import type { StoryMeasure } from '../protocol/storage';
import type { StoreContext } from './context';
import { ownPointId } from './points';
import type { RunRecord } from './state';
import { writePrograms } from './workerJobs';

/** The measures by rising step, with one more; one of the same step is replaced. */
function withMeasure(stories: readonly StoryMeasure[], measure: StoryMeasure): readonly StoryMeasure[] {
  return [...stories.filter(({ step }) => step !== measure.step), measure].sort((a, b) => a.step - b.step);
}

/** The record of a run that reads our stories, as long as no other run of its phase took its place. */
function wantedRecord({ get }: StoreContext, runId: string): RunRecord | null {
  const { records, latest } = get().runs;
  const record = latest.pretrain === runId ? records[runId] : undefined;
  return record?.recipe.corpus.kind === 'stories' ? record : null;
}

/** Has a saved point of a run write the fixed stories and enters what they are like into the run's record. */
async function probePoint(context: StoreContext, runId: string, step: number): Promise<void> {
  if (!wantedRecord(context, runId)) return;
  // Loaded when the first point comes: a page that trains on no stories never needs them.
  const [{ STORY_PROMPTS, STORY_SETTINGS }, { proseLexicon }, { measureStories }] = await Promise.all([
    import('../corpora/prose/coherence'),
    import('../corpora/prose/lexicon'),
    import('./storyMeasure'),
  ]);
  const texts: string[] = [];
  await writePrograms(
    context,
    {
      checkpointId: ownPointId(runId, step),
      requests: STORY_PROMPTS,
      settings: STORY_SETTINGS,
      signal: new AbortController().signal,
    },
    (written) => {
      for (const { index, text } of written) texts[index] = text;
    },
  );
  const record = wantedRecord(context, runId);
  if (!record || texts.length < STORY_PROMPTS.length) return;
  const { get, patch } = context;
  const stories = withMeasure(record.stories, measureStories(step, texts, proseLexicon()));
  patch('runs', { records: { ...get().runs.records, [runId]: { ...record, stories } } });
}

/** Measures the stories of a point that was just saved, behind those of earlier points. What fails is left out. */
export function probeStories(context: StoreContext, runId: string, step: number): void {
  const { session } = context;
  session.storytelling = session.storytelling
    .then(() => probePoint(context, runId, step))
    .catch(() => undefined);
}
