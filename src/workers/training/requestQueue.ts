/** What a request asked for, done a piece at a time. */
export interface Job {
  readonly runId: string;
  readonly requestId: string;
  /** Does the next piece and tells what came of it; true when that was the last. */
  work(): Promise<boolean>;
  /** Tells that it ends here, with what there is. */
  cancel(): void;
  /** Frees what the device holds of it. Called once, when it is over. */
  dispose(): void;
}

/** Requests that are being answered, a piece of each in turn. */
export class RequestQueue {
  private readonly jobs: Job[] = [];

  /** @param fail called with what a job threw; the job is over then */
  constructor(private readonly fail: (runId: string, error: unknown, requestId: string) => void) {}

  get hasWork(): boolean {
    return this.jobs.length > 0;
  }

  /** Gets a job ready and queues it up behind the others. A request that is being answered already starts again. */
  async add(requestId: string, open: () => Promise<Job>): Promise<void> {
    this.cancel(requestId);
    this.jobs.push(await open());
  }

  /** Does a piece of the job whose turn it is. Never rejects. */
  async work(): Promise<void> {
    const job = this.jobs.shift();
    if (!job) return;
    try {
      if (await job.work()) job.dispose();
      else this.jobs.push(job);
    } catch (error) {
      job.dispose();
      this.fail(job.runId, error, job.requestId);
    }
  }

  /** Ends a job with what it has done; one that is over already is left alone. */
  cancel(requestId: string): void {
    const index = this.jobs.findIndex((job) => job.requestId === requestId);
    const [job] = index < 0 ? [] : this.jobs.splice(index, 1);
    job?.cancel();
    job?.dispose();
  }

  /** Ends all of them. */
  cancelAll(): void {
    for (const { requestId } of [...this.jobs]) this.cancel(requestId);
  }
}
