import type { TrainingEvent } from '../protocol/training';
import type { StoreContext } from './context';
import type { ActiveStatus, RunRecord } from './state';

type Of<T extends TrainingEvent['type']> = Extract<TrainingEvent, { type: T }>;

/** Events that only change the record of their run. */
export type RecordEvent = Of<
  'baselined' | 'stepped' | 'evaluated' | 'sampled' | 'probed' | 'paused' | 'resumed' | 'stopped' | 'finished'
>;

/**
 * The record of a run the worker has just begun or brought back.
 * @param restoredStatus the status it was saved with, or null for a run that was not brought back
 */
export function startedRecord(
  runId: string,
  event: Of<'started'>,
  restoredStatus: ActiveStatus | null,
): RunRecord {
  const { recipe, parameterCount, priorSteps, step, bytesSeen, running, history } = event;
  const over = restoredStatus === 'finished' || restoredStatus === 'stopped';
  return {
    runId,
    recipe,
    status: running ? 'running' : over ? restoredStatus : 'paused',
    step,
    parameterCount,
    priorSteps,
    bytesSeen,
    tokensPerSecond: 0,
    msPerStep: 0,
    ...history,
    verdicts: [],
    stories: [],
    failure: null,
    restoredAtStep: restoredStatus === null ? null : step,
  };
}

/** The record after an event of its run. Late answers never undo what the reader asked for since. */
export function reducedRecord(record: RunRecord, event: RecordEvent): RunRecord {
  switch (event.type) {
    case 'baselined':
      return { ...record, baselines: event.baselines };
    case 'stepped': {
      const { reports, tokensPerSecond, msPerStep, bytesSeen } = event;
      const step = reports.at(-1)?.step ?? record.step;
      return {
        ...record,
        step,
        tokensPerSecond,
        msPerStep,
        bytesSeen,
        reports: [...record.reports, ...reports],
      };
    }
    case 'evaluated':
      return { ...record, evaluations: [...record.evaluations, event.evaluation] };
    case 'sampled':
      return { ...record, samples: [...record.samples, event.sample] };
    case 'probed':
      return { ...record, probes: [...record.probes, event.probe] };
    case 'paused':
      return { ...record, step: event.step, status: record.status === 'stopping' ? 'stopping' : 'paused' };
    case 'resumed':
      return { ...record, status: record.status === 'paused' ? 'running' : record.status };
    case 'stopped':
    case 'finished':
      return { ...record, step: event.step, status: event.type };
    default: {
      const unknown: never = event;
      return unknown;
    }
  }
}

/** Changes what is known of a run, if it is known at all. */
export function patchRecord(
  { get, patch }: StoreContext,
  runId: string,
  change: { status: ActiveStatus; failure?: string },
): void {
  const { records } = get().runs;
  const record = records[runId];
  if (record) patch('runs', { records: { ...records, [runId]: { ...record, ...change } } });
}
