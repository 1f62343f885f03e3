/** The page's end of the Python sandbox: a queue, one worker that judges, and a warm one for when it must be killed. */
import {
  PYTHON_PROTOCOL_VERSION,
  type JudgeRequest,
  type JudgeResult,
  type PythonClient,
  type ToSandbox,
} from '../../protocol/python';
import { isAnswer } from './door';
import { openFrame, type SandboxFrame, type SandboxWorker } from './frame';

export interface PythonClientOptions {
  /** How the client gets its frame; tests pass a fake. */
  readonly open?: () => Promise<SandboxFrame>;
}

interface Job {
  readonly id: number;
  readonly request: JudgeRequest;
  readonly resolve: (result: JudgeResult) => void;
  readonly reject: (problem: Error) => void;
}

/** A worker that does not come up in this time will not come up at all. */
const START_MS = 20_000;

async function openSandbox(): Promise<SandboxFrame> {
  const { loadParts } = await import('./parts');
  return openFrame(await loadParts());
}

function timedOut({ request }: Job): JudgeResult {
  const { wallMs } = request.limits;
  return {
    verdict: 'timeout',
    reason: { kind: 'seconds', limit: wallMs / 1000 },
    tests: request.tests.map(({ call, expected }) => ({ call, expected, actual: null, passed: false })),
    output: '',
    durationMs: wallMs,
  };
}

/** A worker with its state; `ready` settles when it can judge. */
class Lane {
  readonly ready: Promise<void>;
  private waiting: ((data: unknown) => void) | null = null;

  constructor(private readonly worker: SandboxWorker) {
    this.ready = this.answer(START_MS).then((data) => {
      if (!isAnswer(data) || data.type !== 'ready') throw new Error('expected the Python sandbox to start');
    });
    // Whoever needs the lane hears of it then; a spare that fails unneeded is nobody's trouble.
    this.ready.catch(() => undefined);
    worker.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.waiting?.(data);
      this.waiting = null;
    };
  }

  /** The next message, or undefined when none came in time. */
  private answer(withinMs: number): Promise<unknown> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waiting = null;
        resolve(undefined);
      }, withinMs);
      this.waiting = (data) => {
        clearTimeout(timer);
        resolve(data);
      };
    });
  }

  ask(message: ToSandbox): Promise<unknown> {
    const answer = this.answer(message.limits.wallMs);
    this.worker.port.postMessage(message);
    return answer;
  }

  kill(): void {
    this.worker.kill();
    this.waiting?.(undefined);
  }
}

class Client implements PythonClient {
  private readonly queue: Job[] = [];
  private frame: Promise<SandboxFrame> | null = null;
  private lane: Lane | null = null;
  private spare: Lane | null = null;
  private running = false;
  private disposed = false;
  private lastId = 0;

  constructor(private readonly open: () => Promise<SandboxFrame>) {}

  judge(request: JudgeRequest): Promise<JudgeResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ id: ++this.lastId, request, resolve, reject });
      if (this.disposed) this.cancel();
      else if (!this.running) void this.work();
    });
  }

  cancel(): void {
    for (const { reject } of this.queue.splice(0))
      reject(new DOMException('the judging was cancelled', 'AbortError'));
  }

  dispose(): void {
    this.disposed = true;
    this.cancel();
    this.lane?.kill();
    this.spare?.kill();
    void this.frame?.then((frame) => frame.remove());
  }

  private async work(): Promise<void> {
    this.running = true;
    for (let job = this.queue.shift(); job; job = this.queue.shift()) {
      try {
        job.resolve(await this.run(job));
      } catch (problem) {
        job.reject(problem instanceof Error ? problem : new Error(String(problem)));
      }
    }
    this.running = false;
  }

  /** The lane that judges, with another one warming up behind it. */
  private async warmLane(): Promise<Lane> {
    this.frame ??= this.open();
    try {
      const frame = await this.frame;
      this.lane ??= this.spare ?? new Lane(frame.open());
      if (this.spare === this.lane || !this.spare) this.spare = new Lane(frame.open());
      await this.lane.ready;
      return this.lane;
    } catch (problem) {
      // The next program tries again from the start.
      this.dropLane();
      if (!this.lane) this.frame = null;
      throw problem;
    }
  }

  private dropLane(): void {
    this.lane?.kill();
    this.lane = null;
  }

  private async run(job: Job): Promise<JudgeResult> {
    const lane = await this.warmLane();
    const { id, request } = job;
    const { source, tests, limits } = request;
    const data = await lane.ask({
      protocol: PYTHON_PROTOCOL_VERSION,
      type: 'judge',
      id,
      source,
      tests,
      limits,
    });
    if (data === undefined) {
      this.dropLane();
      if (this.disposed) throw new DOMException('the judging was cancelled', 'AbortError');
      return timedOut(job);
    }
    if (!isAnswer(data) || data.type === 'ready' || (data.id !== null && data.id !== id)) {
      this.dropLane();
      throw new Error('expected a readable answer of the Python sandbox');
    }
    if (data.type === 'failed') throw new Error(data.message);
    if (!data.healthy) this.dropLane();
    return data.result;
  }
}

/** A client that opens its frame when the first program comes. */
export function createPythonClient({ open = openSandbox }: PythonClientOptions = {}): PythonClient {
  return new Client(open);
}
