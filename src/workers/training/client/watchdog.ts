import type { FromWorker, TrainingCommand, TrainingEvent } from '../../../protocol/training';

/** Notices when a worker that should be talking falls silent. */
export interface Watchdog {
  /** A command that asks for an answer is watched until the answer comes. */
  expect(runId: string, command: TrainingCommand): void;
  hear(event: FromWorker): void;
  stop(): void;
}

/** A running run that says nothing for this long has died; counted in ticks, so a sleeping laptop does not count. */
const SILENT_TICKS = 20;
/** Before the first step report, or an answer, the graphics driver may still be compiling shaders. */
const SILENT_TICKS_AT_FIRST = 60;
const TICK_MS = 1000;
/** A sample, written between two steps without a word, may take as long as this many steps. */
const SILENT_STEPS = 30;

type EventType = TrainingEvent['type'];

/** The event types after which a run is not expected to report steps. */
const QUIET: ReadonlySet<EventType> = new Set(['paused', 'stopped', 'finished', 'cleared']);

/** What answers a command of a run. */
const ANSWERS: Readonly<Partial<Record<TrainingCommand['type'], readonly EventType[]>>> = {
  start: ['started', 'cleared'],
  restore: ['started', 'cleared'],
  // A run that was over, or was just being stopped, says that instead.
  resume: ['resumed', 'stopped', 'finished', 'cleared'],
  // A run that was asked to go on right after the step does not pause.
  step: ['paused', 'resumed', 'stopped', 'finished', 'cleared'],
  stop: ['stopped', 'finished', 'cleared'],
};

/** The event types after which nothing more is owed to a request. */
const REQUEST_ENDS: ReadonlySet<EventType> = new Set(['generated', 'evaluatedAll', 'compared', 'failed']);

/** An answer that is still owed. */
interface Debt {
  readonly key: string;
  readonly runId: string;
  /** True when it is owed by a run, and forgotten with it. */
  readonly ofRun: boolean;
  readonly isPaidBy: (event: FromWorker) => boolean;
}

/** In ticks: a slow machine is given more time. */
function patienceFor(msPerStep: number): number {
  return Math.max(SILENT_TICKS, Math.ceil((SILENT_STEPS * msPerStep) / TICK_MS));
}

function failsRun(event: FromWorker): boolean {
  return event.type === 'failed' && event.requestId === null;
}

/** True when the whole worker is of no use any more, whatever it was asked. */
function endsWorker(event: FromWorker): boolean {
  return event.type === 'failed' && (event.code === 'contextLost' || event.code === 'noBackend');
}

function requestKey(requestId: string): string {
  return `request ${requestId}`;
}

/** What a command asks for; null when nothing is to be waited for. */
function debtOf(runId: string, command: TrainingCommand): Debt | null {
  if (command.type === 'generate' || command.type === 'evaluate' || command.type === 'compare') {
    const { requestId } = command;
    const isPaidBy = (event: FromWorker): boolean =>
      REQUEST_ENDS.has(event.type) && 'requestId' in event && event.requestId === requestId;
    return { key: requestKey(requestId), runId, ofRun: false, isPaidBy };
  }
  const answers = ANSWERS[command.type];
  if (!answers) return null;
  const isPaidBy = (event: FromWorker): boolean =>
    event.runId === runId && (answers.includes(event.type) || failsRun(event));
  return { key: `${command.type} ${runId}`, runId, ofRun: true, isPaidBy };
}

/** The answers that are still owed. */
class Debts {
  private readonly owed = new Map<string, Debt>();

  get isEmpty(): boolean {
    return this.owed.size === 0;
  }
  /** The run of the oldest; '' when there is none. */
  get runId(): string {
    const [oldest] = this.owed.values();
    return oldest?.runId ?? '';
  }
  add(runId: string, command: TrainingCommand): void {
    const debt = debtOf(runId, command);
    if (debt) this.owed.set(debt.key, debt);
  }
  settle(event: FromWorker): void {
    for (const { key, isPaidBy } of this.owed.values()) if (isPaidBy(event)) this.owed.delete(key);
  }
  /** Nobody waits for a text that was called off. */
  forgetRequest(requestId: string): void {
    this.owed.delete(requestKey(requestId));
  }
  /** Nobody waits for a run that is given up for another. */
  forgetRuns(): void {
    for (const { key, ofRun } of this.owed.values()) if (ofRun) this.owed.delete(key);
  }
  clear(): void {
    this.owed.clear();
  }
}

/**
 * Watches a worker while it owes an answer, or a running run owes its steps. Whatever it says shows that it lives.
 * @param onSilence called once, with the run that was watched or the one that was owed an answer
 */
export function createWatchdog(onSilence: (runId: string) => void): Watchdog {
  const debts = new Debts();
  let watchedRun: string | null = null;
  let patience = SILENT_TICKS_AT_FIRST;
  let silentTicks = 0;
  let timer: ReturnType<typeof setInterval> | null = null;

  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    watchedRun = null;
    debts.clear();
  };
  const tick = (): void => {
    silentTicks += 1;
    if (silentTicks < (debts.isEmpty ? patience : Math.max(patience, SILENT_TICKS_AT_FIRST))) return;
    const runId = watchedRun ?? debts.runId;
    stop();
    onSilence(runId);
  };
  const watchIfNeeded = (): void => {
    if (watchedRun === null && debts.isEmpty) stop();
    else timer ??= setInterval(tick, TICK_MS);
  };
  const watchRun = (runId: string): void => {
    watchedRun = runId;
    patience = SILENT_TICKS_AT_FIRST;
  };
  return {
    expect: (runId, command) => {
      if (command.type === 'cancelGenerate') debts.forgetRequest(command.requestId);
      if (command.type === 'start' || command.type === 'restore') {
        watchedRun = null;
        debts.forgetRuns();
      }
      if (timer === null) silentTicks = 0;
      debts.add(runId, command);
      watchIfNeeded();
    },
    hear: (event) => {
      silentTicks = 0;
      if (endsWorker(event)) return stop();
      debts.settle(event);
      if (event.type === 'started' && !event.running) watchedRun = null;
      else if (event.type === 'started' || event.type === 'resumed') watchRun(event.runId);
      else if (event.runId === watchedRun) {
        if (event.type === 'stepped') patience = patienceFor(event.msPerStep);
        else if (QUIET.has(event.type) || failsRun(event)) watchedRun = null;
      }
      watchIfNeeded();
    },
    stop,
  };
}
