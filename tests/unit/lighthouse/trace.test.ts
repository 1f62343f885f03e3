import { describe, expect, it } from 'vitest';
import { readTasks } from '../../../scripts/lighthouse/trace';

const PAGE = { pid: 1, tid: 7 };
const WORKER = { pid: 1, tid: 8 };

const named = (thread: typeof PAGE, name: string) => ({
  ...thread,
  name: 'thread_name',
  ph: 'M',
  args: { name },
});
const task = (thread: typeof PAGE, ts: number, dur: number, tdur: number) => ({
  ...thread,
  name: 'ThreadControllerImpl::RunTask',
  ph: 'X',
  ts,
  dur,
  tdur,
});
const traceOf = (...traceEvents: object[]): string => JSON.stringify({ traceEvents });

describe('the tasks of a trace', () => {
  it('are those of the page, not those of its workers', () => {
    const trace = traceOf(
      named(PAGE, 'CrRendererMain'),
      named(WORKER, 'DedicatedWorker thread'),
      task(PAGE, 0, 80_000, 30_000),
      task(WORKER, 0, 900_000, 900_000),
    );
    expect(readTasks(trace)).toEqual([{ cpuMs: 30, wallMs: 80, did: '' }]);
  });

  it('say what they did, with the file and without its address', () => {
    const data = { functionName: 'redraw', url: 'http://localhost/assets/chart.js' };
    const call = { ...PAGE, name: 'FunctionCall', ph: 'X', ts: 10, dur: 9000, tdur: 8000, args: { data } };
    const brief = { ...PAGE, name: 'Layout', ph: 'X', ts: 20, dur: 900, tdur: 900 };
    const later = { ...PAGE, name: 'Paint', ph: 'X', ts: 50_000, dur: 9000, tdur: 9000 };
    const trace = traceOf(named(PAGE, 'CrRendererMain'), task(PAGE, 0, 10_000, 9000), call, brief, later);
    expect(readTasks(trace)[0]?.did).toBe('8 ms FunctionCall chart.js redraw');
  });

  it('are missed when nothing of a page was traced', () => {
    expect(() => readTasks(traceOf(task(PAGE, 0, 1, 1)))).toThrow('no task of a page');
  });
});
