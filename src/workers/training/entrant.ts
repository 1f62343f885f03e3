import type { TimedBackend } from '../../protocol/training';
import { timeSteps, type Timing } from './race';
import type { Runtimes } from './runtimes';

/** How an entrant reaches the outside. */
export interface Track {
  /** Milliseconds from any origin. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Parts of a backend got ready. */
  readonly prepared: (ready: number, total: number) => void;
}

/** A timing that has not ended by then never will: some graphics drivers neither answer nor fail. */
const PATIENCE_MS = 10_000;

/** A backend that takes part in the race. */
export class Entrant {
  private preparing: Promise<boolean> | null = null;

  /**
   * @param of what a pace of it must be of
   * @param lost resolves when it is of no use any more; null for one that cannot be lost
   */
  constructor(
    readonly backend: TimedBackend,
    readonly of: string,
    readonly runtimes: Runtimes,
    private readonly lost: Promise<void> | null,
    private readonly track: Track,
  ) {}

  /** Gets it ready to load models, once. False when that failed. */
  prepare(): Promise<boolean> {
    this.preparing ??= this.tryToPrepare();
    return this.preparing;
  }

  private async tryToPrepare(): Promise<boolean> {
    try {
      await this.runtimes.usual.prepare(this.track.prepared);
      return true;
    } catch {
      return false;
    }
  }

  /** Times it; null when it fails, is lost, or does not answer. */
  async time(): Promise<Timing | null> {
    if (!(await this.prepare())) return null;
    const { now, wait } = this.track;
    const timing = timeSteps(this.runtimes.usual, now).catch(() => null);
    const given = [timing, wait(PATIENCE_MS), ...(this.lost ? [this.lost] : [])];
    return (await Promise.race(given)) ?? null;
  }
}
