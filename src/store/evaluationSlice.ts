import { text } from '../content/narrative';
import { SAMPLE_DEFAULTS } from '../engine/sample/distribution';
import { pointById } from './checkpointsSlice';
import type { StoreContext } from './context';
import { runEvaluation } from './evaluationRun';
import type {
  EvaluatedProgram,
  EvaluationActions,
  EvaluationSettings,
  EvaluationSlice,
  EvaluationStatus,
} from './evaluationState';
import { EVALUATION_LIMITS, PROMPT_GROUPS } from './evaluationState';
import { sentenceOf } from './examination';
import { judgeProgram } from './judging';
import { notify } from './lessonSlice';
import { editOwnTask, INITIAL_OWN_TASK, runOwnTask } from './ownTask';
import { DEFAULT_SEED, LIVE_ID, liveRun } from './points';
import { runSweep } from './sweep';
import { nearestOf, type Reader } from './workerJobs';
import words from './notices.en.md';

/** Twenty tasks, 16 answers each: some seconds, and enough to tell two models apart. */
export const INITIAL_EVALUATION: EvaluationSlice = {
  settings: {
    checkpointIds: [null, null],
    groups: PROMPT_GROUPS,
    tasksPerGroup: 5,
    samplesPerTask: 16,
    temperature: SAMPLE_DEFAULTS.temperature,
    topK: SAMPLE_DEFAULTS.topK,
    topP: SAMPLE_DEFAULTS.topP,
    seed: DEFAULT_SEED,
  },
  status: 'idle',
  done: 0,
  total: 0,
  secondsLeft: null,
  asked: null,
  programs: [],
  failure: null,
  sweep: [],
  sweepStatus: 'idle',
  sweepFailure: null,
  nearest: {},
  ownTask: INITIAL_OWN_TASK,
};

const WHOLE = new Set<keyof typeof EVALUATION_LIMITS>(['tasksPerGroup', 'samplesPerTask', 'topK', 'seed']);

/** The settings after a change: numbers in range, groups in order and at least one. */
function editedSettings(before: EvaluationSettings, change: Partial<EvaluationSettings>): EvaluationSettings {
  const wished = { ...before, ...change };
  const groups = PROMPT_GROUPS.filter((group) => wished.groups.includes(group));
  const fitted = (name: keyof typeof EVALUATION_LIMITS): number => {
    const { min, max } = EVALUATION_LIMITS[name];
    const value = Number.isNaN(wished[name]) ? before[name] : wished[name];
    const bounded = Math.min(Math.max(value, min), max);
    return WHOLE.has(name) ? Math.floor(bounded) : bounded;
  };
  return {
    checkpointIds: wished.checkpointIds,
    groups: groups.length > 0 ? groups : before.groups,
    tasksPerGroup: fitted('tasksPerGroup'),
    samplesPerTask: fitted('samplesPerTask'),
    temperature: fitted('temperature'),
    topK: fitted('topK'),
    topP: fitted('topP'),
    seed: fitted('seed'),
  };
}

function cancel({ get, patch, session }: StoreContext): void {
  for (const undertaking of ['evaluation', 'sweep', 'ownTask'] as const) {
    session.underWay.get(undertaking)?.abort();
    session.underWay.delete(undertaking);
  }
  const ended = (status: EvaluationStatus): EvaluationStatus =>
    status === 'writing' || status === 'judging' ? 'cancelled' : status;
  const { status, sweepStatus, ownTask } = get().evaluation;
  patch('evaluation', {
    status: ended(status),
    secondsLeft: null,
    sweepStatus: ended(sweepStatus),
    ownTask: { ...ownTask, status: ended(ownTask.status) },
  });
}

/** The run that a model comes from, as far as it decides which snippets the model has read. */
function readerOf({ get }: StoreContext, checkpointId: string): Reader {
  const run = checkpointId === LIVE_ID ? liveRun(get()) : null;
  return run?.recipe ?? pointById(get(), checkpointId)?.info ?? { preset: 'small', seed: DEFAULT_SEED };
}

async function compareWithTraining(context: StoreContext, programIds: readonly string[]): Promise<void> {
  const { get, patch } = context;
  const { programs, nearest: known } = get().evaluation;
  const asked = new Set(programIds.filter((id) => known[id] === undefined));
  const groups = new Map<string, EvaluatedProgram[]>();
  for (const program of programs.filter(({ id }) => asked.has(id))) {
    const { preset, seed } = readerOf(context, program.checkpointId);
    const key = `${preset} ${seed}`;
    groups.set(key, [...(groups.get(key) ?? []), program]);
  }
  // A new evaluation ends the comparison of an old one's programs.
  const signal = context.session.underWay.get('evaluation')?.signal ?? new AbortController().signal;
  try {
    for (const its of groups.values()) {
      const { preset, seed } = readerOf(context, its[0]?.checkpointId ?? '');
      const sources = its.map(({ source }) => source);
      const found = await nearestOf(context, { programs: sources, preset, seed, signal });
      if (signal.aborted) return;
      const entries = its.flatMap(({ id }, i) => {
        const snippet = found[i];
        return snippet ? [[id, snippet] as const] : [];
      });
      patch('evaluation', { nearest: { ...get().evaluation.nearest, ...Object.fromEntries(entries) } });
    }
  } catch (error) {
    notify(context, 'error', text(words, 'searchFailed', { reason: sentenceOf(error) }));
  }
}

export function evaluationActions(context: StoreContext): EvaluationActions {
  const { get, patch } = context;
  return {
    editEvaluation: (change) => {
      patch('evaluation', { settings: editedSettings(get().evaluation.settings, change) });
    },
    runEvaluation: () => runEvaluation(context),
    cancelEvaluation: () => {
      cancel(context);
    },
    runSweep: () => runSweep(context),
    judgeSource: (source, tests) => judgeProgram(context, source, tests),
    compareWithTraining: (programIds) => compareWithTraining(context, programIds),
    editOwnTask: (change) => {
      editOwnTask(context, change);
    },
    runOwnTask: () => runOwnTask(context),
  };
}
