import { text } from '../content/narrative';
import type { StoreContext } from './context';
import { chosenCheckpoints } from './evaluationSelectors';
import type { JudgedProgram, OwnTask } from './evaluationState';
import { EVALUATION_LIMITS } from './evaluationState';
import { examine, sentenceOf, undertake } from './examination';
import { fittedPrompt } from './promptSlice';
import words from './notices.en.md';

export const INITIAL_OWN_TASK: OwnTask = {
  prompt: '# return the double of n\ndef double(n):',
  tests: [
    { call: 'double(2)', expected: '4' },
    { call: 'double(0)', expected: '0' },
    { call: 'double(-3)', expected: '-6' },
  ],
  samples: 8,
  status: 'idle',
  programs: [],
  failure: null,
};

function patchOwnTask({ get, patch }: StoreContext, change: Partial<OwnTask>): void {
  patch('evaluation', { ownTask: { ...get().evaluation.ownTask, ...change } });
}

/** Takes over what the reader typed; what was judged by other tests is gone. */
export function editOwnTask(
  context: StoreContext,
  change: Partial<Pick<OwnTask, 'prompt' | 'tests' | 'samples'>>,
): void {
  const { ownTask } = context.get().evaluation;
  const { min, max } = EVALUATION_LIMITS.samplesPerTask;
  const samples = change.samples ?? ownTask.samples;
  context.session.underWay.get('ownTask')?.abort();
  patchOwnTask(context, {
    prompt: fittedPrompt(change.prompt ?? ownTask.prompt),
    tests: change.tests ?? ownTask.tests,
    samples: Number.isNaN(samples) ? ownTask.samples : Math.round(Math.min(max, Math.max(min, samples))),
    status: 'idle',
    programs: [],
    failure: null,
  });
}

/** Lets the first chosen model do the reader's task. */
export async function runOwnTask(context: StoreContext): Promise<void> {
  const { get } = context;
  const signal = undertake(context, 'ownTask');
  const tell = (change: Partial<OwnTask>): void => {
    if (!signal.aborted) patchOwnTask(context, change);
  };
  const { ownTask, settings } = get().evaluation;
  const { prompt, samples } = ownTask;
  const tests = ownTask.tests.filter(({ call, expected }) => call.trim() !== '' && expected.trim() !== '');
  if (prompt.trim() === '' || tests.length === 0) {
    tell({ status: 'failed', failure: text(words, 'ownTask.incomplete') });
    return;
  }
  const [checkpointId = ''] = chosenCheckpoints(get());
  const wanted = Array.from({ length: samples }, (_, i) => {
    const blank: JudgedProgram = { id: `own/${i}`, prompt, tests, text: '', source: '', judgement: null };
    return { blank, name: blank.id };
  });
  const put = (changed: readonly JudgedProgram[]): void => {
    const byId = new Map([...get().evaluation.ownTask.programs, ...changed].map((its) => [its.id, its]));
    tell({ programs: wanted.flatMap(({ blank }) => byId.get(blank.id) ?? []) });
  };
  tell({ status: 'writing', programs: [], failure: null });
  try {
    const { judged } = await examine(context, { checkpointId, wanted, settings, signal }, put, put);
    tell({ status: 'judging' });
    await judged;
    tell({ status: 'done' });
  } catch (error) {
    tell({ status: 'failed', failure: sentenceOf(error) });
  }
}
