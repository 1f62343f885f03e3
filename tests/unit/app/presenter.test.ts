import { describe, expect, it } from 'vitest';
import { elapsed, minutesAndSeconds, STOPPED, turned } from '../../../src/app/presenter/clock';
import { commandOf, type Focus, type Pressed } from '../../../src/app/presenter/commands';
import { openLine, readMessage, type Message } from '../../../src/app/presenter/messages';

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
    expect(readMessage({ v: 1, pair: null, kind: 'hello' })).not.toBeNull();
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
