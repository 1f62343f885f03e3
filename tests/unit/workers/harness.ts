/** The real session behind a port that records what it posts, as a worker's port would deliver it. */
import { startNodeBackend } from '../engine/nodeBackends';
import type { FromWorker, TrainingCommand, TrainingEvent } from '../../../src/protocol/training';
import { PROTOCOL_VERSION } from '../../../src/protocol/training';
import type { ChosenBackend } from '../../../src/workers/training/backend';
import { createSession } from '../../../src/workers/training/session';

type EventOf<K extends TrainingEvent['type']> = Extract<FromWorker, { type: K }>;

export interface Harness {
  /** Everything posted so far. */
  readonly events: readonly FromWorker[];
  send(runId: string, command: TrainingCommand): void;
  /** Delivers any message. */
  receive(message: unknown): void;
  /** Everything posted so far of one type. */
  of<K extends TrainingEvent['type']>(type: K): EventOf<K>[];
  /** Resolves with the first event of a type, from `from` on, that fits. Rejects after a while. */
  until<K extends TrainingEvent['type']>(
    type: K,
    fits?: (event: EventOf<K>) => boolean,
    from?: number,
  ): Promise<EventOf<K>>;
  /** Resolves when the session has nothing left to do. */
  idle(): Promise<void>;
  /** What the backend would call when its graphics context goes. */
  loseContext(): void;
}
