import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DEFAULT_LIMITS, type JudgeTest } from '../src/protocol/python';
import type { Judged } from '../src/workers/python/judge';
import { bundleForNode } from './nodeBundle';

/** Longer than the page waits: other processes may train on the same cores, and a verdict must not depend on that. */
const PATIENCE_MS = 5 * DEFAULT_LIMITS.wallMs;

/** Judges one program; the same sandbox as the page's, in a thread of this process. */
export type NodeJudge = (source: string, tests: readonly JudgeTest[]) => Promise<Judged['result']>;

/**
 * Starts a judge, which ends with the process. Programs are judged one after another; a thread that does not
 * answer is replaced: a single operation can take forever and count as one step.
 */
export async function startNodeJudge(): Promise<NodeJudge> {
  const path = await bundleForNode('scripts/nodeJudgeThread.ts', 'nodeJudgeThread.mjs');
  // `once` and not `removeAllListeners`, which would take away what Node itself listens to.
  const start = async (): Promise<Worker> => {
    const started = new Worker(path);
    await once(started, 'message');
    started.unref();
    return started;
  };
  let thread = start();
  let turn: Promise<unknown> = Promise.resolve();

  const judgeNow: NodeJudge = async (source, tests) => {
    // The clock starts when the thread is ready: on a busy machine that alone can take seconds.
    const current = await thread;
    const late = AbortSignal.timeout(PATIENCE_MS);
    try {
      current.ref();
      current.postMessage({ source, tests });
      const [result] = (await once(current, 'message', { signal: late })) as [Judged['result']];
      current.unref();
      return result;
    } catch (error) {
      void current.terminate();
      thread = start();
      if (!late.aborted) throw error;
      const notRun = tests.map((test) => ({ ...test, actual: null, passed: false }));
      return { verdict: 'timeout', tests: notRun, output: '' };
    }
  };

  return (source, tests) => {
    const judged = turn.then(() => judgeNow(source, tests));
    turn = judged.catch(() => undefined);
    return judged;
  };
}
