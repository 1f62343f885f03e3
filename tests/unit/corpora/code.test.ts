import { describe, expect, it } from 'vitest';
import { argumentPool } from '../../../src/corpora/code/argumentNames';
import { commentsOf, drawPrompt, type PromptSplit } from '../../../src/corpora/code/prompts';
import { fill } from '../../../src/corpora/code/render';
import { codeDocuments } from '../../../src/corpora/code/snippets';
import type { Task } from '../../../src/corpora/code/task';
import { allTasks, findTask, splitOf, tasksOf } from '../../../src/corpora/code/tasks';
import { EXAMPLE_PROMPTS } from '../../../src/corpora/examplePrompts';
import { createRandom } from '../../../src/engine/random';

function take(count: number, split: 'train' | 'val', seed: string | number = 1): string[] {
  const documents = codeDocuments({ seed, split });
  return Array.from({ length: count }, () => documents.next().value);
}

/**
 * Words that comments use themselves: an argument of that name could not be told from them. A letter in
 * quotes is no such word.
 */
const COMMENT_WORDS = new Set(
  allTasks().flatMap((task) =>
    task.comments.flatMap((text) => text.replace(/"\w+"/g, '').match(/\b(?<!\$)\w+/g)),
  ),
);

const namesOf = (snippet: string): string[] => (/def \w+\(([^)]*)\)/.exec(snippet)?.[1] ?? '').split(', ');

/** The comment as its template begins it; a docstring begins with a capital letter. */
function commentOf(snippet: string): string | undefined {
  const docstring = /"""(.*)\."""/.exec(snippet)?.[1];
  return /^# (.*)$/m.exec(snippet)?.[1] ?? docstring?.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

/**
 * What a document asks: its comment or docstring with `$` for each argument; undefined for a bare
 * signature and for the few names that are also words of comments (`the sum of the numbers in numbers`).
 */
function request(snippet: string): string | undefined {
  const names = namesOf(snippet);
  const text = commentOf(snippet);
  return text === undefined || names.some((name) => COMMENT_WORDS.has(name))
    ? undefined
    : normalise(text, names);
}

function normalise(text: string, names: readonly string[]): string {
  const lower = text.charAt(0).toLowerCase() + text.slice(1);
  return lower.replace(/"\w+"|\w+/g, (word) => (names.includes(word) ? '$' : word));
}

/** A comment template in the same form. */
function normalisedTemplate(task: Task, comment: string): string {
  const names = ['qqa', 'qqb', 'qqc'].slice(0, task.argumentKinds.length);
  return normalise(fill(comment, 'f', names), names);
}

function templates(split: PromptSplit, tasks: readonly Task[]): Set<string> {
  return new Set(
    tasks.flatMap((task) => commentsOf(task, split).map((comment) => normalisedTemplate(task, comment))),
  );
}

/** The values between the brackets of a call. @throws SyntaxError for anything but numbers, strings and lists */
function valuesOf(brackets: string): unknown[] {
  const values: unknown = JSON.parse(`[${brackets.slice(1, -1)}]`);
  return Array.isArray(values) ? values : [];
}

describe('the code corpus', () => {
  const train = take(20_000, 'train');

  it('gives the same documents for the same seed, others for another seed or split', () => {
    expect(take(200, 'train', 7)).toEqual(take(200, 'train', '7'));
    expect(take(200, 'train', 7)).not.toEqual(take(200, 'train', 8));
    expect(take(200, 'train', 7)).not.toEqual(take(200, 'val', 7));
  });

  it('writes ASCII documents that never end in white space', () => {
    for (const snippet of [...train, ...take(2000, 'val')]) {
      expect(snippet).toMatch(/^[\x20-\x7e\n]*[^\s]$/);
    }
  });

  it('holds at least 30,000 distinct documents among 33,000', () => {
    expect(new Set(take(33_000, 'train', 'distinct')).size).toBeGreaterThan(30_000);
  });

  it('writes comments, docstrings and bare signatures about as often as planned', () => {
    const share = (pattern: RegExp) => train.filter((snippet) => pattern.test(snippet)).length / train.length;
    expect(share(/^# /)).toBeCloseTo(0.67, 1);
    expect(share(/^def .*\n {4}"""/)).toBeCloseTo(0.17, 1);
    expect(share(/^def .*\n {4}[^"]/)).toBeCloseTo(0.16, 1);
  });

  it('shows the loop about three times as often as the recursion for the factorial', () => {
    const factorials = train.filter((snippet) => /def (factorial|fact|get_factorial)\(/.test(snippet));
    const loops = factorials.filter((snippet) => snippet.includes('for ')).length;
    expect(factorials.length).toBeGreaterThan(200);
    expect(loops / factorials.length).toBeGreaterThan(0.68);
    expect(loops / factorials.length).toBeLessThan(0.82);
  });

  it('uses every single letter as an argument name', () => {
    const names = new Set(train.flatMap((snippet) => (/\(([^)]*)\)/.exec(snippet)?.[1] ?? '').split(', ')));
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(names).toContain(letter);
    expect(names.size).toBeGreaterThan(250);
  });

  it('has at least 300 argument names, every single letter for every kind of argument among them', () => {
    const kinds = [...new Set(allTasks().flatMap((task) => task.argumentKinds))];
    expect(new Set(kinds.flatMap(argumentPool)).size).toBeGreaterThanOrEqual(300);
    for (const kind of kinds)
      expect(argumentPool(kind)).toEqual(expect.arrayContaining([...'abcdefghijklmnopqrstuvwxyz']));
  });

  it('never draws an argument name that Python needs', () => {
    const needed =
      'False None True and as assert break class continue def del elif else except finally for from global if import in is ' +
      'lambda not or pass raise return try while with yield abs all any int len list max min range reversed set sorted str ' +
      'sum zip';
    for (const task of allTasks()) {
      for (const kind of task.argumentKinds) {
        const pool = argumentPool(kind);
        expect(pool.filter((name) => needed.split(' ').includes(name))).toEqual([]);
        expect(new Set(pool).size).toBe(pool.length);
      }
    }
  });
});

describe('the catalogue', () => {
  it('has the promised size', () => {
    const plain = allTasks().filter((task) => task.group === 'plain');
    const far = tasksOf('far');
    expect(plain.length).toBeGreaterThanOrEqual(90);
    expect(allTasks().length - plain.length - far.length).toBeGreaterThanOrEqual(500);
    expect(far.length).toBeGreaterThanOrEqual(60);
  });

  it('asks for every seen task in at least five ways, trained and held out together, no two the same', () => {
    for (const task of tasksOf('seen')) {
      const comments = [...commentsOf(task, 'train'), ...commentsOf(task, 'newWording')];
      expect(new Set(comments).size, task.id).toBe(comments.length);
      expect(comments.length, task.id).toBeGreaterThanOrEqual(5);
      expect(commentsOf(task, 'newWording').length, task.id).toBeGreaterThanOrEqual(1);
    }
  });

  it('gives every task at least seven tests whose arguments are plain values, no two the same', () => {
    for (const task of allTasks()) {
      const args = task.tests.map(({ call }) => valuesOf(call.slice(task.functionName.length)));
      for (const values of args) expect(values.length, task.id).toBe(task.argumentKinds.length);
      const distinct = new Set(args.map((values) => JSON.stringify(values)));
      expect(distinct.size, task.id).toBe(task.tests.length);
      expect(distinct.size, task.id).toBeGreaterThanOrEqual(7);
    }
  });

  it('gives every task its own id and bodies whose shares sum to 1', () => {
    expect(new Set(allTasks().map((task) => task.id)).size).toBe(allTasks().length);
    for (const task of allTasks()) {
      expect(
        task.bodies.reduce((total, body) => total + body.share, 0),
        task.id,
      ).toBeCloseTo(1);
      expect(findTask(task.id)).toBe(task);
    }
  });

  it('never lets one comment or one telling name stand for two tasks', () => {
    const owners = new Map<string, string>();
    for (const task of allTasks()) {
      const requests = new Set(task.comments.map((comment) => `# ${normalisedTemplate(task, comment)}`));
      const names = task.nameSaysTask
        ? task.functionNames.map((name) => `${name}/${task.argumentKinds.length}`)
        : [];
      for (const key of [...requests, ...names]) {
        expect(owners.get(key) ?? task.id, key).toBe(task.id);
        owners.set(key, task.id);
      }
    }
  });
});

describe('the splits', () => {
  const train = take(20_000, 'train', 'splits');
  const asked = new Set(train.map(request).filter((text) => text !== undefined));
  const named = new Set(train.map((snippet) => /def (\w+)\(/.exec(snippet)?.[1]));

  it('hold out about a fifth of every grid and keep each part of a held-out cell in seen cells', () => {
    const parts = new Set(
      tasksOf('seen').flatMap((task) => task.components.map((part) => `${task.group} ${part}`)),
    );
    const grids = new Set(allTasks().map(({ group }) => group));
    expect(grids.delete('plain') && grids.delete('far')).toBe(true);
    expect(grids.size).toBe(11);
    for (const group of grids) {
      const cells = allTasks().filter((task) => task.group === group);
      const near = cells.filter((task) => splitOf(task) === 'near');
      expect(near.length / cells.length, group).toBeGreaterThan(0.14);
      expect(near.length / cells.length, group).toBeLessThan(0.26);
      for (const task of near)
        for (const part of task.components) expect(parts).toContain(`${group} ${part}`);
    }
  });

  it('keep every held-out wording out of training', () => {
    const heldOut = templates('newWording', tasksOf('seen'));
    expect(heldOut.size).toBeGreaterThan(300);
    expect([...heldOut].filter((text) => asked.has(text))).toEqual([]);
    const val = take(2000, 'val')
      .map(request)
      .filter((text) => text !== undefined);
    expect(val.length).toBeGreaterThan(1000);
    expect(val.filter((text) => !heldOut.has(text))).toEqual([]);
  });

  it('hold back the sum of the doubles of the positive numbers, which Evaluate tells of, but neither of its parts', () => {
    const split = (id: string) => {
      const task = findTask(id);
      return task && splitOf(task);
    };
    expect(split('pipe/sum/double/positive')).toBe('near');
    expect(split('pipe/list/double/positive')).toBe('seen');
    expect(split('pipe/sum/id/positive')).toBe('seen');
  });

  it('keep near and far tasks out of training, by wording and by name', () => {
    for (const split of ['near', 'far'] as const) {
      const wordings = templates(split, tasksOf(split));
      expect(wordings.size).toBeGreaterThan(20);
      expect([...wordings].filter((text) => asked.has(text))).toEqual([]);
      const names = tasksOf(split)
        .filter((task) => task.nameSaysTask)
        .flatMap((task) => task.functionNames);
      expect(names.filter((name) => named.has(name))).toEqual([]);
    }
  });

  it('never let a near or far comment into 20,000 documents, whatever the arguments are called', () => {
    const unseen = [...tasksOf('near'), ...tasksOf('far')];
    const filledFor = new Map<string, Set<string>>();
    const written = train.flatMap((snippet) => {
      const text = commentOf(snippet);
      return text === undefined ? [] : [{ text, names: namesOf(snippet) }];
    });
    const leaks = written.filter(({ text, names }) => {
      const filled =
        filledFor.get(names.join()) ??
        new Set(
          unseen
            .filter((task) => task.argumentKinds.length === names.length)
            .flatMap((task) => task.comments.map((comment) => fill(comment, 'f', names))),
        );
      filledFor.set(names.join(), filled);
      return filled.has(text);
    });
    expect(written.length).toBeGreaterThan(16_000);
    expect(leaks).toEqual([]);
  });

  it('recognise every trained wording, so that the checks above can fail', () => {
    const known = templates('train', tasksOf('seen'));
    expect(asked.size).toBeGreaterThan(2000);
    expect(train.filter((snippet) => request(snippet) !== undefined).length).toBeGreaterThan(11_000);
    expect([...asked].filter((text) => !known.has(text))).toEqual([]);
  });

  it('draw prompts of the split that was asked for, with tests that call the drawn name', () => {
    const random = createRandom('prompts');
    for (const split of ['train', 'newWording', 'near', 'far'] as const) {
      for (let i = 0; i < 200; i++) {
        const { task, text, tests, functionName } = drawPrompt(random, split);
        expect(splitOf(task)).toBe(split === 'train' || split === 'newWording' ? 'seen' : split);
        expect(text).toContain(`def ${functionName}(`);
        expect(text).not.toMatch(/\s$/);
        for (const { call } of tests) expect(call.startsWith(`${functionName}(`)).toBe(true);
      }
    }
  });
});

describe('the example prompts', () => {
  it('name existing tasks whose tests fit the function in the prompt', () => {
    for (const { id, prompt, taskId, functionName } of EXAMPLE_PROMPTS) {
      expect(prompt, id).not.toMatch(/\s$/);
      if (taskId === undefined) continue;
      expect(findTask(taskId), id).toBeDefined();
      expect(prompt).toContain(`def ${functionName ?? ''}(`);
    }
    expect(new Set(EXAMPLE_PROMPTS.map(({ id }) => id)).size).toBe(EXAMPLE_PROMPTS.length);
  });
});
