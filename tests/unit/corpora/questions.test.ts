import { beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, commentsOf, drawTask } from '../../../src/corpora/code/prompts';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { allTasks, splitOf, tasksOf } from '../../../src/corpora/code/tasks';
import { createRandom } from '../../../src/engine/random';
import { startInterpreter, type Judge } from './interpreter';

const SPLITS = ['train', 'newWording', 'near', 'far'] as const;

describe('a question paper', () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await startInterpreter();
  });

  it('is the same for the same seed, another for another, and only grows with the count', () => {
    for (const split of SPLITS) {
      const twenty = drawQuestions(3, split, 20);
      expect(drawQuestions('3', split, 20)).toEqual(twenty);
      expect(drawQuestions(3, split, 30).slice(0, 20)).toEqual(twenty);
      expect(drawQuestions(4, split, 20)).not.toEqual(twenty);
    }
    expect(drawQuestions(3, 'far', 0)).toEqual([]);
  });

  it('asks about every task of its split once before it asks about one again, and never in the same words', () => {
    for (const split of SPLITS) {
      const kind = split === 'near' || split === 'far' ? split : 'seen';
      const size = tasksOf(kind).length;
      const questions = drawQuestions('all', split, size + 40);
      expect(new Set(questions.slice(0, size).map(({ task }) => task.id)).size).toBe(size);
      expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
      for (const { task, comment } of questions) {
        expect(splitOf(task)).toBe(kind);
        expect(commentsOf(task, split)).toContain(comment);
      }
    }
  });

  it('gives a solution that begins with the prompt and passes the tests, and tests that call its function', () => {
    for (const split of SPLITS) {
      for (const { text, solution, tests, functionName } of drawQuestions('solutions', split, 200)) {
        expect(solution.startsWith(`${text}\n    `)).toBe(true);
        expect(tests.length).toBeGreaterThanOrEqual(6);
        for (const { call } of tests) expect(call.startsWith(`${functionName}(`)).toBe(true);
        expect(judge(solution, tests), solution).toBe('pass');
        expect(judge(`${text}\n    return None`, tests), text).not.toBe('pass');
      }
    }
  });

  it('begins with the tasks that the corpus shows most', () => {
    const first = Array.from({ length: 200 }, (_, seed) => drawQuestions(seed, 'train', 10)).flat();
    const plain = first.filter(({ task }) => task.group === 'plain').length / first.length;
    expect(plain).toBeGreaterThan(0.36);
    expect(plain).toBeLessThan(0.48);
  });

  it('refuses a count that no paper can have', () => {
    for (const count of [-1, 1.5, Number.NaN]) {
      expect(() => drawQuestions(1, 'far', count)).toThrow(/whole number/);
    }
  });
});

describe('the chance of a task', () => {
  it('sums to 1 over every split and is what drawTask does', () => {
    for (const split of SPLITS) {
      const total = allTasks().reduce((sum, task) => sum + chanceOf(task, split), 0);
      expect(total, split).toBeCloseTo(1);
      const random = createRandom('chance');
      const draws = Array.from({ length: 20_000 }, () => drawTask(random, split).id);
      for (const task of allTasks().filter((one) => chanceOf(one, split) > 0.02)) {
        const share = draws.filter((id) => id === task.id).length / draws.length;
        expect(Math.abs(share - chanceOf(task, split)), task.id).toBeLessThan(0.006);
      }
    }
  });
});
