import { text } from '../../content/narrative';
import type { BackendChoice, FromWorker, Paces, ToWorker, TrainingEvent } from '../../protocol/training';
import { PROTOCOL_VERSION } from '../../protocol/training';
import type { ChooseBackend, ChosenBackend } from './backend';
import { readCommand } from './door';
import { failureOf, SessionFailure } from './failures';
import { openComparison } from './comparisonJob';
import { inspectedModel } from './inspection';
import { openEvaluation } from './evaluationJob';
import { openGeneration } from './generationJob';
import { ModelShelf } from './modelShelf';
import { RequestQueue } from './requestQueue';
import type { RequestSurroundings } from './requests';
import type { Run, RunPort } from './run';
import { SnippetMemory } from './nearestSnippets';
import { openRun, reopenRun } from './runBirth';
import words from './words.en.md';

/** What a session needs from its surroundings, so that tests run the real one without a worker. */
export interface SessionSurroundings {
  readonly post: (event: FromWorker) => void;
  /** Milliseconds from any origin, never going back. */
  readonly now: () => number;
  /** Resolves once the messages that are waiting have been received. */
  readonly yieldToMessages: () => Promise<void>;
  readonly chooseBackend: ChooseBackend;
}

/** The training worker's life: commands go in, events come out. */
export interface Session {
  /** Takes a message of unknown origin. Never throws; what is wrong with it is posted as a `failed` event. */
  receive(message: unknown): void;
}

/** Starts a session with no backend and no run. */
export function createSession(surroundings: SessionSurroundings): Session {
  return new TrainingSession(surroundings);
}

/**
 * All work happens in one loop, a slice at a time: the commands that arrived, a slice of the run (a few steps at
 * most), a piece of a request such as one token. So nothing interrupts a step, and no command waits longer than a slice.
 */
class TrainingSession implements Session {
  private readonly inbox: ToWorker[] = [];
  private isWorking = false;
  private isLost = false;
  private chosen: ChosenBackend | null = null;
  private run: Run | null = null;
  private readonly shelf = new ModelShelf(() => this.run?.snapshot() ?? null);
  private readonly snippets = new SnippetMemory();
  private readonly requests = new RequestQueue((runId, error, requestId) => {
    this.fail(runId, error, requestId);
  });
  private readonly forRequests: RequestSurroundings;

  constructor(private readonly surroundings: SessionSurroundings) {
    this.forRequests = {
      borrow: (source) => this.shelf.borrow(source, this.requireBackend().runtimeFor),
      tell: (runId, event) => this.tell(runId, event),
      now: surroundings.now,
    };
  }

  receive(message: unknown): void {
    const received = readCommand(message);
    if (!received.ok) {
      this.tell(received.runId, {
        type: 'failed',
        code: 'internal',
        message: received.problem,
        requestId: null,
      });
    } else if (this.isLost) {
      this.tellLost(received.command.runId, requestIdOf(received.command));
    } else {
      this.inbox.push(received.command);
      void this.workOn();
    }
  }

  private async workOn(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      while (this.inbox.length > 0 || this.hasWork) await this.workOnce();
    } catch (error) {
      this.fail(this.run?.runId ?? '', error, null);
    } finally {
      this.isWorking = false;
    }
  }

  private get hasWork(): boolean {
    return !this.isLost && (this.run?.hasWork === true || this.requests.hasWork);
  }

  private async workOnce(): Promise<void> {
    for (let command = this.inbox.shift(); command; command = this.inbox.shift()) await this.obey(command);
    await this.workOnRun();
    await this.requests.work();
    await this.surroundings.yieldToMessages();
  }

  /** Does what a command asks. Never rejects. */
  private async obey(command: ToWorker): Promise<void> {
    try {
      await this.dispatch(command);
    } catch (error) {
      this.fail(command.runId, error, requestIdOf(command));
    }
  }

  private dispatch(command: ToWorker): Promise<void> | void {
    // Commands to a run that was replaced are too late, and mean nothing to the one that replaced it.
    const run = this.run?.runId === command.runId ? this.run : null;
    switch (command.type) {
      case 'initialise':
        return this.initialise(command.backend, command.paces);
      case 'start':
        return this.replaceRun((port) => openRun(command.recipe, command.origin, port), command.runId);
      case 'restore':
        return this.replaceRun((port) => reopenRun(command.bytes, command.running, port), command.runId);
      case 'pause':
        return run?.pause();
      case 'resume':
        return run?.resume();
      case 'step':
        return run?.step();
      case 'stop':
        return run?.stop();
      case 'save':
        return run?.save();
      case 'reset':
        return this.reset(command.runId);
      case 'generate':
        return this.requests.add(command.requestId, () => openGeneration(command, this.forRequests));
      case 'evaluate':
        return this.requests.add(command.requestId, () => openEvaluation(command, this.forRequests));
      case 'compare':
        return this.requests.add(command.requestId, () =>
          openComparison(command, this.snippets, this.forRequests),
        );
      case 'inspect':
        return this.tell(command.runId, {
          type: 'inspected',
          requestId: command.requestId,
          info: inspectedModel(command.bytes),
        });
      case 'cancelGenerate':
        return this.requests.cancel(command.requestId);
      default: {
        const unhandled: never = command;
        throw new Error(`no handler for ${JSON.stringify(unhandled)}`);
      }
    }
  }

  private async initialise(choice: BackendChoice, paces: Paces): Promise<void> {
    // Tensors of one backend mean nothing to the next.
    this.requests.cancelAll();
    this.shelf.clear();
    if (this.run) this.reset(this.run.runId);
    this.chosen = null;
    try {
      this.chosen = await this.surroundings.chooseBackend(choice, paces, {
        prepared: (ready, total) => this.tell('', { type: 'preparing', ready, total }),
        contextLost: () => this.loseContext(),
      });
    } catch (error) {
      throw new SessionFailure('noBackend', failureOf(error).message);
    }
    const { backend, reason, renderer, paces: known } = this.chosen;
    this.tell('', { type: 'ready', backend, reason, renderer, paces: known });
  }

  private requireBackend(): ChosenBackend {
    if (!this.chosen) {
      throw new SessionFailure('noBackend', text(words, 'notReady'));
    }
    return this.chosen;
  }

  private async replaceRun(open: (port: RunPort) => Promise<Run>, runId: string): Promise<void> {
    const { runtimeFor, isContextLost } = this.requireBackend();
    this.dropRun();
    this.run = await open({
      runId,
      tell: (event) => this.tell(runId, event),
      now: this.surroundings.now,
      isContextLost: () => this.isLost || isContextLost(),
      runtimeFor,
    });
    this.run.begin();
  }

  private async workOnRun(): Promise<void> {
    const { run } = this;
    if (!run?.hasWork) return;
    try {
      await run.work();
    } catch (error) {
      this.dropRun();
      this.fail(run.runId, error, null);
    }
  }

  /** Resetting a run that is gone already is answered all the same, so that the page never waits in vain. */
  private reset(runId: string): void {
    if (this.run?.runId === runId) this.dropRun();
    this.tell(runId, { type: 'cleared' });
  }

  private dropRun(): void {
    this.run?.dispose();
    this.run = null;
  }

  private tell(runId: string, event: TrainingEvent): void {
    if (!this.isLost) this.surroundings.post({ ...event, protocol: PROTOCOL_VERSION, runId });
  }

  /** After the context is gone any error may be its consequence: lost textures read as zeros. */
  private fail(runId: string, error: unknown, requestId: string | null): void {
    if (this.chosen?.isContextLost()) this.loseContext();
    else this.tell(runId, { type: 'failed', ...failureOf(error), requestId });
  }

  private loseContext(): void {
    if (this.isLost) return;
    this.isLost = true;
    this.tellLost(this.run?.runId ?? '', null);
  }

  private tellLost(runId: string, requestId: string | null): void {
    const failed = {
      type: 'failed',
      code: 'contextLost',
      message: text(words, 'contextLost'),
      requestId,
    } as const;
    this.surroundings.post({ ...failed, protocol: PROTOCOL_VERSION, runId });
  }
}

/** The request a command belongs to, if any: its failure concerns nothing else. */
function requestIdOf(command: ToWorker): string | null {
  return 'requestId' in command ? command.requestId : null;
}
