import { testsFor } from '../../src/corpora/code/task';
import { findTask } from '../../src/corpora/code/tasks';
import type { RunVerdicts } from '../../src/protocol/python';
import type { Probe } from '../../src/protocol/training';
import { countVerdicts } from '../../src/store/verdicts';
import type { NodeJudge } from '../nodeJudge';

/** What Python makes of a run's probe, as the page would count it. */
export async function judgeProbe({ step, programs }: Probe, judge: NodeJudge): Promise<RunVerdicts> {
  const results = programs.map(({ taskId, prompt, text }) => {
    const task = findTask(taskId);
    const functionName = /^def (\w+)\(/m.exec(prompt)?.[1];
    return task && functionName !== undefined ? judge(prompt + text, testsFor(task, functionName)) : [];
  });
  return { step, ...countVerdicts((await Promise.all(results)).flat()) };
}
