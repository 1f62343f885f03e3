import { describe, expect, it } from 'vitest';
import { rewriteProgram } from '../../../../src/workers/python/rewrite/rewrite';
import { PythonSyntaxError, Unsupported } from '../../../../src/workers/python/rewrite/tree';
import { OWN_PREFIX } from '../../../../src/workers/python/rewrite/vocabulary';

const refusal = (source: string): unknown => {
  try {
    rewriteProgram(source);
  } catch (problem) {
    return problem;
  }
  return null;
};

describe('the rewriter', () => {
  it('knows the line of the original for every line it writes', () => {
    const source =
      'def f(n):\n\n    # nothing\n    for i in range(n):\n        x = [1,\n             2]\n    return x\n';
    const { source: written, lines } = rewriteProgram(source);
    expect(written.trimEnd().split('\n')).toHaveLength(lines.length);
    const lineOf = (text: string): number | undefined =>
      lines[written.split('\n').findIndex((line) => line.includes(text))];
    expect(lineOf('def f')).toBe(1);
    expect(lineOf('for i')).toBe(4);
    expect(lineOf('2]')).toBe(6);
    expect(lineOf('return x')).toBe(7);
  });

  it('counts a step in every loop, function, lambda and comprehension', () => {
    for (const source of [
      'while x:\n    pass\n',
      'for i in x:\n    pass\n',
      'def f():\n    pass\n',
      'f = lambda: 1\n',
    ])
      expect(rewriteProgram(`x = []\n${source}`).source, source).toContain('__j_tick()');
    expect(rewriteProgram('x = []\ny = [i for i in x]\n').source).toContain('__j_each(x)');
  });

  it.each([
    'import os',
    'from os import system',
    'x = ().__class__.__bases__',
    'x = f.__globals__',
    'exec("1")',
    'eval("1")',
    '__import__("js")',
    'class A(int):\n    pass',
    'class A:\n    def __getattribute__(self, name):\n        return 1',
    `${OWN_PREFIX}tick = 1`,
    `x.${OWN_PREFIX}places = 1`,
    `def f(${OWN_PREFIX}tick):\n    pass`,
    `f(${OWN_PREFIX}tick=1)`,
    `import math as ${OWN_PREFIX}tick`,
    `for ${OWN_PREFIX}tick in []:\n    pass`,
    `class ${OWN_PREFIX}A:\n    pass`,
    `global ${OWN_PREFIX}tick`,
    `try:\n    pass\nexcept E as ${OWN_PREFIX}tick:\n    pass`,
    `print(lambda ${OWN_PREFIX}tick: 1)`,
    `(${OWN_PREFIX}tick := 1)`,
    `from math import ${OWN_PREFIX}tick`,
    `from math import pi as ${OWN_PREFIX}tick`,
  ])('refuses %j before anything runs', (source) => {
    expect(refusal(`f = E = x = 1\n${source}\n`)).toBeInstanceOf(Unsupported);
  });

  it.each([
    ['x = = 1', 'invalid syntax'],
    ['def f(a, a):\n    pass', "duplicate argument 'a' in function definition"],
    ['f(a=1, a=2)', 'keyword argument repeated: a'],
    ['x = *y', "can't use starred expression here"],
    ['continue', "'continue' not properly in loop"],
    ['def f(a):\n    global a', "name 'a' is parameter and global"],
    ['yield 1', "'yield' outside function"],
    ['f"{a b}"', 'invalid syntax. Perhaps you forgot a comma?'],
    ['a, b := 1, 2', 'invalid syntax'],
    [`${'('.repeat(300)}${')'.repeat(300)}`, 'too many nested parentheses'],
  ])('finds the mistake in %j', (source, message) => {
    const problem = refusal(`${source}\n`);
    expect(problem).toBeInstanceOf(PythonSyntaxError);
    expect(problem).toMatchObject({ message });
  });
});
