import { describe, expect, it, vi } from 'vitest';
import {
  clockAtStart,
  clockAtStop,
  elapsed,
  freshClock,
  minutesAndSeconds,
  STOPPED,
  turned,
} from '../../../src/app/presenter/clock';
import { commandOf, type Focus, type Pressed } from '../../../src/app/presenter/commands';
import {
  forgetLook,
  keepClock,
  keepLook,
  keepPlace,
  keptClock,
  keptLook,
  keptPlace,
  newPair,
  ownPair,
} from '../../../src/app/presenter/kept';
import { openLine, readMessage, type Message } from '../../../src/app/presenter/messages';
import { claimPair, type Locks } from '../../../src/app/pageLock';
import { isFocusByKeys, watchFocus } from '../../../src/app/presenter/tabFocus';

const pressed = (key: string, change: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...change,
});

describe('the keys of a presenter', () => {
  it('are one key per step, as keyboards and clickers send them', () => {
    for (const key of ['ArrowRight', ' ', 'PageDown']) expect(commandOf(pressed(key), 'page')).toBe('next');
    for (const key of ['ArrowLeft', 'PageUp']) expect(commandOf(pressed(key), 'page')).toBe('back');
    expect(commandOf(pressed(' ', { shiftKey: true }), 'page')).toBe('back');
  });

  it('are letters, small or large, and the point for a blank screen', () => {
    const letters = {
      b: 'blank',
      B: 'blank',
      '.': 'blank',
      f: 'freeze',
      S: 'spotlight',
      n: 'story',
      q: 'code',
    };
    for (const [key, command] of Object.entries(letters)) {
      expect(commandOf(pressed(key), 'page')).toBe(command);
    }
    expect(commandOf(pressed('?', { shiftKey: true }), 'page')).toBe('keys');
  });

  it.each<[Focus, string, string | null]>([
    ['typing', 'b', null],
    ['typing', ' ', null],
    ['typing', 'ArrowRight', null],
    ['typing', 'PageDown', 'next'],
    ['moving', 'ArrowRight', null],
    ['moving', ' ', null],
    ['moving', 'b', 'blank'],
    ['pressable', ' ', null],
    ['pressable', 'ArrowRight', 'next'],
    ['pressable', 'Enter', null],
  ])('leave to what has the focus (%s) the keys it needs: %s', (focus, key, command) => {
    expect(commandOf(pressed(key), focus)).toBe(command);
  });

  it('leave shortcuts of the browser and keys that were used already', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented']) {
      expect(commandOf(pressed('s', { [modifier]: true }), 'page')).toBeNull();
    }
  });
});

describe('the focus', () => {
  /** As a window passes its events on. */
  const page = new EventTarget();
  const press = (key: string) => page.dispatchEvent(Object.assign(new Event('keydown'), { key }));
  const click = () => page.dispatchEvent(new Event('pointerdown'));

  it('was put where it stands by the keyboard from a Tab until the pointer presses', () => {
    const end = watchFocus(page);
    const seen = [isFocusByKeys()];
    for (const act of [() => press('Tab'), () => press('ArrowRight'), click, () => press(' ')]) {
      act();
      seen.push(isFocusByKeys());
    }
    expect(seen).toEqual([false, true, true, false, false]);
    end();
    press('Tab');
    expect(isFocusByKeys()).toBe(false);
  });
});

describe('the clock of a lesson', () => {
  it('counts what passed while it ran, over pauses', () => {
    const first = turned(STOPPED, 'start', 1000);
    const paused = turned(first, 'pause', 5000);
    const again = turned(paused, 'start', 60_000);
    expect(elapsed(paused, 50_000)).toBe(4000);
    expect(elapsed(again, 62_000)).toBe(6000);
    expect(turned(again, 'reset', 62_000)).toEqual(STOPPED);
  });

  it('is not started twice, and does not run backwards when the machine’s clock is set back', () => {
    const running = turned(STOPPED, 'start', 1000);
    expect(turned(running, 'start', 9000)).toBe(running);
    expect(elapsed(running, 500)).toBe(0);
  });

  const running = { plan: 'short', clock: { since: 1000, before: 0 }, ran: false } as const;

  it('runs on over a reload', () => {
    expect(clockAtStart(running, { begun: 'reload', plan: 'short', step: 0 }, 9000)).toBe(running);
  });

  it('stands while nothing is presented, and runs on when the same lesson goes on', () => {
    const stopped = clockAtStop(running, 5000);
    expect(stopped.clock).toEqual({ since: null, before: 4000 });
    for (const begun of ['key', 'link'] as const) {
      const again = clockAtStart(stopped, { begun, plan: 'short', step: 3 }, 60_000);
      expect(elapsed(again.clock, 61_000)).toBe(5000);
    }
  });

  it('stays as it is when it stood already', () => {
    const paused = { ...running, clock: { since: null, before: 4000 } };
    const again = clockAtStart(clockAtStop(paused, 5000), { begun: 'key', plan: 'short', step: 3 }, 60_000);
    expect(again.clock).toEqual(paused.clock);
  });

  it.each([
    ['another lesson begins', { begun: 'link', plan: 'double', step: 3 }],
    ['the lesson is opened at its first step', { begun: 'link', plan: 'short', step: 0 }],
    ['the presenter goes freely', { begun: 'key', plan: null, step: 0 }],
  ] as const)('begins anew when %s', (_, beginning) => {
    expect(clockAtStart(running, beginning, 9000)).toEqual(freshClock(beginning.plan));
  });

  it('is written in minutes and seconds', () => {
    expect([0, 59_999, 245_000, 5_400_000].map(minutesAndSeconds)).toEqual(['0:00', '0:59', '4:05', '90:00']);
  });
});

const SHOWN = {
  v: 1,
  pair: 'abcd1234',
  kind: 'shown',
  plan: 'short',
  titles: ['One', 'Two'],
  at: 1,
  blank: false,
  frozen: true,
  spotlight: false,
  story: false,
  clock: { since: null, before: 0 },
};

describe('messages between the windows', () => {
  it('are taken when they are ours', () => {
    expect(readMessage(SHOWN)).toEqual(SHOWN);
    expect(readMessage({ ...SHOWN, over: 'keys' })).toMatchObject({ over: 'keys' });
    expect(readMessage({ v: 1, pair: null, kind: 'hello' })).not.toBeNull();
    expect(readMessage({ v: 1, pair: 'abcd', kind: 'press', command: 'escape' })).not.toBeNull();
    expect(readMessage({ v: 1, pair: 'abcd', kind: 'press', command: 'next' })).not.toBeNull();
  });

  it.each([
    null,
    'hello',
    { ...SHOWN, v: 2 },
    { ...SHOWN, plan: 'long' },
    { ...SHOWN, at: -1 },
    { ...SHOWN, titles: [1] },
    { ...SHOWN, clock: { since: 'now', before: 0 } },
    { ...SHOWN, extra: true },
    { ...SHOWN, over: 'everything' },
    { v: 1, pair: 'abcd', kind: 'press', command: 'stop' },
    { v: 1, pair: 'abcd', kind: 'press', command: 'eval' },
    { v: 1, pair: null, kind: 'press', command: 'next' },
    { v: 1, pair: '<script>', kind: 'gone' },
  ])('are ignored when they are not: %j', (data) => {
    expect(readMessage(data)).toBeNull();
  });

  it('reach the other window whole', async () => {
    const heard = await new Promise<Message>((resolve) => {
      const speaker = openLine(() => undefined);
      const projected = openLine((message) => {
        resolve(message);
        speaker?.close();
        projected?.close();
      });
      speaker?.tell('abcd1234', { kind: 'go', step: 3 });
    });
    expect(heard).toEqual({ v: 1, pair: 'abcd1234', kind: 'go', step: 3 });
  });
});

describe('what a tab keeps of a lesson', () => {
  const LOOK = { blank: true, spotlight: false, story: true, ahead: 4 };

  it('comes back as it was, also where the browser keeps nothing and it lasts as long as the page', () => {
    keepClock({ plan: 'short', clock: { since: 5, before: 7 }, ran: false });
    keepPlace({ id: 'lesson', step: 9 });
    keepLook(LOOK);
    expect(keptClock()).toEqual({ plan: 'short', clock: { since: 5, before: 7 }, ran: false });
    expect(keptPlace()).toEqual({ id: 'lesson', step: 9 });
    expect(keptLook()).toEqual(LOOK);
    forgetLook();
    keepPlace(null);
    expect([keptLook(), keptPlace()]).toEqual([null, null]);
  });

  it('is left out when it is not what the page wrote', () => {
    const kept = new Map([
      ['presenter-clock', '{"since":1,"before":0}'],
      ['presenter-place', '{"id":"long","step":1}'],
      ['presenter-look', 'no JSON'],
      ['presenter-pair', '<b>'],
    ]);
    vi.stubGlobal('window', {
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
    expect(keptClock()).toEqual(freshClock(null));
    expect([keptPlace(), keptLook()]).toEqual([null, null]);
    expect(ownPair()).toMatch(/^[a-z0-9]{4,32}$/);
    expect(ownPair()).toBe(kept.get('presenter-pair'));
    expect(newPair()).not.toBe(newPair());
    vi.unstubAllGlobals();
  });
});

/** Locks of one site, small: one holder of each name at a time, the others wait or lose patience. */
function fakeLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    request: async (name, { signal }, whileHeld) => {
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      });
      await Promise.race([last.get(name), aborted]);
      const held = whileHeld();
      last.set(name, held);
      await held;
    },
  };
}

describe('the name of a pair of windows', () => {
  it('belongs to one page: a tab that was duplicated takes another one', async () => {
    const locks = fakeLocks();
    expect(await claimPair(locks, 'abcd', 5).isOurs).toBe(true);
    expect(await claimPair(locks, 'abcd', 5).isOurs).toBe(false);
    expect(await claimPair(locks, 'efgh', 5).isOurs).toBe(true);
  });

  it('is free again when presenting stops, and waits for a page that is being reloaded', async () => {
    const locks = fakeLocks();
    const first = claimPair(locks, 'abcd', 5);
    await first.isOurs;
    const second = claimPair(locks, 'abcd', 10_000);
    first.release();
    expect(await second.isOurs).toBe(true);
  });

  it('is taken as it is where there are no locks, or none that work', async () => {
    expect(await claimPair(undefined, 'abcd').isOurs).toBe(true);
    const broken: Locks = { request: () => Promise.reject(new DOMException('No', 'SecurityError')) };
    expect(await claimPair(broken, 'abcd').isOurs).toBe(true);
  });
});
