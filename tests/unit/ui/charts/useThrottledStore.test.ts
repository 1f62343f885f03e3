import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttledSubscribe } from '../../../../src/ui/charts/useThrottledStore';

function source() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    change: () => listeners.forEach((listener) => listener()),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

describe('throttledSubscribe', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells the first change at once and the last one within the interval', () => {
    const { subscribe, change } = source();
    const heard = vi.fn();
    throttledSubscribe(subscribe, 250, heard);
    change();
    expect(heard).toHaveBeenCalledTimes(1);
    change();
    change();
    expect(heard).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(250);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells at most four changes a second, however many there are', () => {
    const { subscribe, change } = source();
    const heard = vi.fn();
    throttledSubscribe(subscribe, 250, heard);
    for (let ms = 0; ms < 2000; ms += 10) {
      change();
      vi.advanceTimersByTime(10);
    }
    expect(heard.mock.calls.length).toBeGreaterThanOrEqual(8);
    expect(heard.mock.calls.length).toBeLessThanOrEqual(9);
  });

  it('is silent after it was let go, even about a change it still owed', () => {
    const { subscribe, change, listeners } = source();
    const heard = vi.fn();
    const letGo = throttledSubscribe(subscribe, 250, heard);
    change();
    change();
    letGo();
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(listeners.size).toBe(0);
  });
});
