/** Where a run stands, as its controls need it: 'idle' before there is one. */
export type RunStatus =
  | 'idle'
  | 'starting'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'stopping'
  | 'stopped'
  | 'finished'
  | 'recovering'
  | 'failed';

export type RunIntention = 'start' | 'pause' | 'resume' | 'step' | 'stop' | 'reset';

const SENSIBLE: Readonly<Record<RunStatus, readonly RunIntention[]>> = {
  idle: ['start'],
  starting: ['stop', 'reset'],
  running: ['pause', 'stop', 'reset'],
  pausing: ['stop', 'reset'],
  paused: ['resume', 'step', 'stop', 'reset'],
  stopping: [],
  stopped: ['start', 'reset'],
  finished: ['start', 'reset'],
  recovering: ['reset'],
  failed: ['start', 'reset'],
};

/** What a reader can sensibly ask of a run now. */
export function sensible(status: RunStatus, intention: RunIntention): boolean {
  return SENSIBLE[status].includes(intention);
}

/** True while a run holds the worker: its settings cannot change any more. */
export function isUnderWay(status: RunStatus): boolean {
  return !sensible(status, 'start');
}
