import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DEFAULT_LIMITS,
  type JudgeResult,
  type JudgeTest,
  type PythonClient,
} from '../../src/protocol/python';
import { createPythonClient } from '../../src/workers/python/client';
import { openFrame } from '../../src/workers/python/frame';
import { loadParts } from '../../src/workers/python/parts';
import { ATTACKS } from './pythonAttacks';

const GOOD = 'def double(n):\n    return n * 2\n\nprint("abc"[::-1], {**{"b": 1}, "a": 2})\n';
const GOOD_TESTS: readonly JudgeTest[] = [
  { call: 'double(4)', expected: '8' },
  { call: 'double("ab")', expected: '"abab"' },
];

let client: PythonClient;
const judge = (source: string, tests: readonly JudgeTest[] = []): Promise<JudgeResult> =>
  client.judge({ source, tests, limits: DEFAULT_LIMITS });

beforeAll(async () => {
  client = createPythonClient();
  await judge(GOOD);
});
afterAll(() => client.dispose());

describe('hostile programs', () => {
  it('are at least 44, of different names', () => {
    expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
    expect(ATTACKS.length).toBeGreaterThanOrEqual(44);
  });

  it.each(ATTACKS)(
    '$name: ends in its verdict in time, and the next program is judged rightly',
    async (attack) => {
      const started = performance.now();
      const result = await judge(attack.source, attack.tests);
      const tookMs = performance.now() - started;
      const expected = [attack.verdict].flat();
      expect(
        expected,
        `${result.verdict} ${result.message ?? ''} ${JSON.stringify(result.reason) ?? ''}`,
      ).toContain(result.verdict);
      expect(tookMs).toBeLessThan(2000);
      expect(result.output.length).toBeLessThanOrEqual(DEFAULT_LIMITS.outputSize);
      const next = await judge(GOOD, GOOD_TESTS);
      expect(next).toMatchObject({ verdict: 'passed', output: "cba {'b': 1, 'a': 2}\n" });
    },
  );
});

/** What code in the worker would try if it got out of the interpreter: each gives the names of what it reached. */
const ESCAPE = `
self.onmessage = async ({ ports: [port] }) => {
  const reached = [];
  const attempt = async (name, action) => {
    try {
      await Promise.race([action(), new Promise((_, no) => setTimeout(() => no(new Error('slow')), 500))]);
      reached.push(name);
    } catch {}
  };
  const at = ORIGIN;
  await attempt('fetch', () => fetch(at));
  await attempt('fetch without cors', () => fetch(at, { mode: 'no-cors' }));
  await attempt('XMLHttpRequest', () => { const x = new XMLHttpRequest(); x.open('GET', at, false); x.send(); });
  await attempt('WebSocket', () => new Promise((yes, no) => { const s = new WebSocket(at.replace('http', 'ws')); s.onopen = yes; s.onerror = no; }));
  await attempt('EventSource', () => new Promise((yes, no) => { const s = new EventSource(at); s.onopen = yes; s.onerror = no; }));
  await attempt('importScripts', () => importScripts(at));
  await attempt('import', () => import(at));
  await attempt('indexedDB', () => new Promise((yes, no) => { const r = indexedDB.open('x'); r.onsuccess = yes; r.onerror = no; }));
  await attempt('caches', () => caches.open('x'));
  await attempt('storage', () => navigator.storage.getDirectory());
  await attempt('service worker', () => navigator.serviceWorker.register(at));
  await attempt('document', () => document.title);
  await attempt('parent', () => parent.document);
  port.postMessage(reached);
};
`;

describe('the frame', () => {
  it('lets code that got out of the interpreter reach nothing', async () => {
    const { wasm } = await loadParts();
    const code = ESCAPE.replace('ORIGIN', JSON.stringify(`${location.origin}/`));
    const frame = await openFrame({ code, wasm });
    const { port } = frame.open();
    const reached = await new Promise((resolve) => {
      port.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
    });
    frame.remove();
    expect(reached).toEqual([]);
  });
});

describe('many programs at once', () => {
  it('are judged one after the other, all alike', async () => {
    const tests = [0, 1, 10].map((n) => ({ call: `f(${n})`, expected: `${n} * 2` }));
    const sources = Array.from({ length: 200 }, (_, i) => `def f(n):\n    return ${i} * 0 + n * 2\n`);
    const results = await Promise.all(sources.map((source) => judge(source, tests)));
    expect(results.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  });
});

describe('cancelling', () => {
  it('drops what has not begun, at once', async () => {
    const waiting = Array.from({ length: 50 }, () => judge('while True:\n    pass\n'));
    const started = performance.now();
    client.cancel();
    const ends = await Promise.allSettled(waiting);
    expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(49);
    expect(performance.now() - started).toBeLessThan(1000);
    expect((await judge(GOOD, GOOD_TESTS)).verdict).toBe('passed');
  });
});
