import { describe, expect, it } from 'vitest';
import { holdRun, type Locks } from '../../../src/app/pageLock';

/** Locks of one site, small: one holder at a time, the others wait or lose patience. */
class FakeLocks implements Locks {
  private held = false;
  private readonly waiting = new Set<() => void>();

  async request(
    _: string,
    { signal }: { signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<void> {
    if (this.held) await this.turn(signal);
    this.held = true;
    await whileHeld();
  }
  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.add(resolve);
      signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  }
  /** The holder's page goes. */
  release(): void {
    this.held = false;
    for (const resolve of this.waiting) resolve();
  }
}

describe('holdRun', () => {
  it('lets the first tab keep the run and no other', async () => {
    const locks = new FakeLocks();
    expect(await holdRun(locks, 5)).toBe(true);
    expect(await holdRun(locks, 5)).toBe(false);
    expect(await holdRun(locks, 5)).toBe(false);
  });

  it('waits a moment for a page that is just being reloaded', async () => {
    const locks = new FakeLocks();
    await holdRun(locks, 5);
    const next = holdRun(locks, 10_000);
    locks.release();
    expect(await next).toBe(true);
  });

  it('keeps the run where there are no locks, or none that work', async () => {
    expect(await holdRun(undefined)).toBe(true);
    const broken: Locks = { request: () => Promise.reject(new DOMException('No', 'SecurityError')) };
    expect(await holdRun(broken)).toBe(true);
  });
});
