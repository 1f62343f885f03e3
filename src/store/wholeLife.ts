import { text } from '../content/narrative';
import type { StoreContext } from './context';
import { notify, tellStorageTrouble } from './lessonSlice';
import { ownPointId } from './points';
import { editDraft, startRun } from './runsSlice';
import type { AppActions } from './state';
import words from './notices.en.md';

const GOES_ON = 'goesOn';

export function wholeLifeActions(context: StoreContext): Pick<AppActions, 'setGoesOn'> {
  return {
    setGoesOn: (goesOn) => {
      context.patch('runs', { goesOn });
      context.deps.storage.savePreference(GOES_ON, String(goesOn)).catch((error: unknown) => {
        tellStorageTrouble(context, error);
      });
    },
  };
}

/** The choice of an earlier visit: a run that comes back after a reload goes on as it would have. */
export async function loadGoesOn(context: StoreContext): Promise<void> {
  try {
    const kept = await context.deps.storage.loadPreference(GOES_ON);
    if (kept === 'true') context.patch('runs', { goesOn: true });
  } catch (error) {
    tellStorageTrouble(context, error);
  }
}

/** Fine-tunes what a finished pretraining run left, if that was asked for; what the reader set for it is kept. */
export async function goOn(context: StoreContext, runId: string): Promise<void> {
  const { checkpoints, runs } = context.get();
  const record = runs.records[runId];
  if (!runs.goesOn || record?.recipe.phase !== 'pretrain') return;
  const startFrom = ownPointId(runId, record.step);
  if (!checkpoints.points.some(({ id }) => id === startFrom)) return;
  editDraft(context, 'fineTune', { startFrom, seed: record.recipe.seed });
  await startRun(context, 'fineTune');
  if (context.get().lesson.stage === 'pretrain') notify(context, 'info', text(words, 'wholeLife'));
}
