import { text } from '../content/narrative';
import type { Autosave } from '../protocol/storage';
import type { RunStatus, TrainingEvent } from '../protocol/training';
import type { StoreContext } from './context';
import { notify, tellStorageTrouble } from './lessonSlice';
import { noteProgress } from './recovery';
import words from './notices.en.md';

/** Preference that counts how often a run came back without getting any further. */
const RETURNS = 'returns';

/** A run that came back this often in vain is not set going by itself again. */
const MAX_VAIN_RETURNS = 2;

/** A worker that has not saved its run by then hangs, or has none. */
const SAVE_PATIENCE_MS = 5000;

/** Takes up an autosave: in memory for a lost context, on the machine for a reload. */
export function keepAutosave(
  context: StoreContext,
  runId: string,
  { step, status, bytes }: Extract<TrainingEvent, { type: 'autosaved' }>,
): void {
  const { autosaves, deps, session } = context;
  session.autosave = { runId, step, status, savedAtMs: deps.now(), bytes };
  noteProgress(context, step);
  autosaves.save(session.autosave);
  const waiting = session.whenSaved;
  session.whenSaved = [];
  void autosaves.written().then(() => {
    for (const tell of waiting) tell();
  });
}

/** Resolves once the next autosave is written, or when it does not come. */
export function nextAutosave({ deps, session }: StoreContext): Promise<void> {
  return new Promise((resolve) => {
    session.whenSaved.push(resolve);
    deps.setTimer?.(resolve, SAVE_PATIENCE_MS);
  });
}

/**
 * Notes in the autosave that the run was paused or resumed since, so that a reload does not set it going again. That a
 * run is over only its last autosave may say: an earlier one is a run that still has steps to do.
 */
export function retagAutosave(
  { autosaves, session }: StoreContext,
  runId: string,
  status: 'running' | 'paused',
): void {
  const { autosave } = session;
  if (autosave?.runId !== runId || autosave.status === status) return;
  session.autosave = { ...autosave, status };
  autosaves.save(session.autosave);
}

interface Returns {
  readonly runId: string;
  readonly step: number;
  /** Returns before this one that made no progress. */
  readonly vain: number;
}

/** Damaged or absent counts read as none. */
function readReturns(text: string | null): Returns | null {
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('runId' in value) || !('step' in value) || !('vain' in value)) return null;
  const { runId, step, vain } = value;
  if (typeof runId !== 'string' || typeof step !== 'number' || typeof vain !== 'number') return null;
  return { runId, step, vain };
}

/** Counts this return of a running run. Returns how many before it were in vain. */
async function countReturn({ deps }: StoreContext, { runId, step }: Autosave): Promise<number> {
  const last = readReturns(await deps.storage.loadPreference(RETURNS));
  const vain = last?.runId === runId && step <= last.step ? last.vain + 1 : 0;
  await deps.storage.savePreference(RETURNS, JSON.stringify({ runId, step, vain } satisfies Returns));
  return vain;
}

/** What came of looking for an autosave: the run to bring back, with the status it should have. */
export interface FoundAutosave {
  readonly autosave: Autosave;
  readonly status: RunStatus;
}

/** The run of an earlier visit, if there is one. One that keeps crashing the page comes back paused. */
export async function findAutosave(context: StoreContext): Promise<FoundAutosave | null> {
  try {
    const autosave = await context.deps.storage.loadAutosave();
    if (!autosave) return null;
    if (autosave.status !== 'running') return { autosave, status: autosave.status };
    const vain = await countReturn(context, autosave);
    return { autosave, status: vain >= MAX_VAIN_RETURNS ? 'paused' : 'running' };
  } catch (error) {
    tellStorageTrouble(context, error);
    return null;
  }
}

/** Tells the reader that a run of an earlier visit is back, and what it does now. */
export function tellReturn(context: StoreContext, status: RunStatus): void {
  const { autosave } = context.session;
  if (!autosave) return;
  const { step } = autosave;
  if (status === 'running') notify(context, 'info', text(words, 'return.running', { step }));
  else if (status !== 'paused') notify(context, 'info', text(words, 'return.over', { step }));
  else if (autosave.status === 'running') {
    notify(context, 'warning', text(words, 'return.vain', { step, times: MAX_VAIN_RETURNS }));
  } else notify(context, 'info', text(words, 'return.paused', { step }));
}
