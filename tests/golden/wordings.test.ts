import { expect, it } from 'vitest';
import { startNodeJudge } from '../../scripts/nodeJudge';
import { bodyOf, plainChoice } from '../../src/corpora/code/render';
import { signatureOf } from '../../src/corpora/code/testsOfPrompt';
import { worded, WORDING_IDS, wordingTasks } from '../../src/corpora/code/wordings';
import { sourceOfProgram } from '../../src/store/programSource';

it('every wording of every task is passed by the solution of that task', async () => {
  const judge = await startNodeJudge();
  const failures: string[] = [];
  for (const task of wordingTasks()) {
    const [body] = task.bodies;
    const argumentNames = ['a', 'b', 'c'].slice(0, task.argumentKinds.length);
    for (const id of WORDING_IDS) {
      const { prompt, tests } = worded(task, id);
      const functionName = signatureOf(prompt)?.name ?? '';
      const answer = body ? bodyOf(body, { ...plainChoice(task, argumentNames), functionName }) : '';
      const { verdict } = await judge(sourceOfProgram(prompt, answer), tests);
      if (verdict !== 'passed') failures.push(`${task.id}, ${id}: ${verdict}`);
    }
  }
  expect(failures).toEqual([]);
});
