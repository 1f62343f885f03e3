import { describe, expect, it } from 'vitest';
import { drawBody, drawPrompt } from '../../../../src/corpora/code/prompts';
import { bodyOf, plainChoice, promptOf } from '../../../../src/corpora/code/render';
import { allTasks } from '../../../../src/corpora/code/tasks';
import { createRandom } from '../../../../src/engine/random';
import { startJudge } from './sandboxInNode';

describe('the corpus in the sandbox', () => {
  const judge = startJudge();

  it('passes every reference body of every task', () => {
    const refused = allTasks().flatMap((task) => {
      const choice = plainChoice(task, ['p', 'q', 'r'].slice(0, task.argumentKinds.length));
      return task.bodies
        .map((body) => promptOf(choice) + bodyOf(body, choice))
        .map((program) => ({ program, ...judge(program, task.tests) }))
        .filter(({ verdict }) => verdict !== 'passed');
    });
    expect(refused).toEqual([]);
  });

  it('passes what is trained on, whatever the names and wordings', () => {
    const random = createRandom('sandbox');
    for (let i = 0; i < 300; i++) {
      const prompt = drawPrompt(random, 'train');
      const program = prompt.text + bodyOf(drawBody(random, prompt.task), prompt);
      expect(judge(program, prompt.tests).verdict, program).toBe('passed');
    }
  });
});
