import { describe, expect, it } from 'vitest';
import { createLazyPython } from '../../../src/app/lazyPython';
import { DEFAULT_LIMITS, type PythonClient } from '../../../src/protocol/python';

const PROGRAM = { source: 'x = 1', tests: [], limits: DEFAULT_LIMITS };

/** An interpreter that finds everything right, and notes its end. */
function interpreter(ends: string[] = []): PythonClient {
  return {
    judge: ({ tests }) =>
      Promise.resolve({
        verdict: 'passed',
        tests: tests.map((test) => ({ ...test, actual: null, passed: true })),
        output: '',
        durationMs: 1,
      }),
    cancel: () => ends.push('cancel'),
    dispose: () => ends.push('dispose'),
  };
}

describe('a lazy Python', () => {
  it('loads when its first program comes, and once', async () => {
    let loads = 0;
    const python = createLazyPython(() => {
      loads += 1;
      return Promise.resolve(interpreter());
    });
    expect(loads).toBe(0);
    const results = await Promise.all([python.judge(PROGRAM), python.judge(PROGRAM)]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['passed', 'passed']);
    expect(loads).toBe(1);
  });

  it('tries again after it could not load', async () => {
    let loads = 0;
    const python = createLazyPython(() => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(interpreter());
    });
    await expect(python.judge(PROGRAM)).rejects.toThrow('offline');
    expect((await python.judge(PROGRAM)).verdict).toBe('passed');
  });

  it('ends nothing that was never loaded, and what loads after its end', async () => {
    const ends: string[] = [];
    const python = createLazyPython(() => Promise.resolve(interpreter(ends)));
    python.cancel();
    expect(ends).toEqual([]);
    const judged = python.judge(PROGRAM);
    python.dispose();
    await judged;
    expect(ends).toEqual(['dispose']);
  });
});
