import { describe, expect, it } from 'vitest';
import { startJudge } from './sandboxInNode';

const judge = startJudge();
const FACTORIAL = [
  { call: 'factorial(5)', expected: '120' },
  { call: 'factorial(0)', expected: '1' },
];

describe('the verdict', () => {
  it('is "passed" when every call equals what is expected', () => {
    const program = 'def factorial(n):\n    return 1 if n == 0 else n * factorial(n - 1)\n';
    expect(judge(program, FACTORIAL)).toMatchObject({
      verdict: 'passed',
      tests: [
        { call: 'factorial(5)', expected: '120', actual: '120', passed: true },
        { call: 'factorial(0)', expected: '1', actual: '1', passed: true },
      ],
    });
  });

  it('is "wrong answer" with the call, what it gave and what was expected', () => {
    const program =
      'def factorial(n):\n    result = 1\n    for i in range(1, n):\n        result *= i\n    return result\n';
    const result = judge(program, FACTORIAL);
    expect(result).toMatchObject({
      verdict: 'wrong answer',
      tests: [
        { call: 'factorial(5)', expected: '120', actual: '24', passed: false },
        { call: 'factorial(0)', expected: '1', actual: '1', passed: true },
      ],
    });
    // The tests say it all; the page has the words.
    expect(result).not.toHaveProperty('message');
    expect(result).not.toHaveProperty('reason');
  });

  it('is "parse error" with the line', () => {
    expect(judge('def f(n):\n    return n +\n', FACTORIAL)).toMatchObject({
      verdict: 'parse error',
      line: 2,
      message: 'SyntaxError: invalid syntax',
    });
  });

  it('is "runtime error" with the line inside the program, also when a test raised it', () => {
    expect(judge('def factorial(n):\n    total = 1\n    return total / 0\n', FACTORIAL)).toMatchObject({
      verdict: 'runtime error',
      line: 3,
      message: 'ZeroDivisionError: division by zero',
    });
  });

  it('is "runtime error" when the called function does not exist', () => {
    expect(judge('x = 1\n', FACTORIAL)).toMatchObject({
      verdict: 'runtime error',
      message: "NameError: name 'factorial' is not defined",
    });
  });

  it('is "timeout" after the same number of steps every time', () => {
    const program = 'n = 0\nwhile True:\n    n += 1\n    if n % 1000 == 0:\n        print(n)\n';
    const [first, second] = [judge(program, [], 5000), judge(program, [], 5000)];
    expect(first).toMatchObject({ verdict: 'timeout', reason: { kind: 'steps', limit: 5000 } });
    expect(first.output).toBe(second.output);
    expect(first.output).toContain('4000');
  });

  it('is "not supported here", never "wrong", for what the interpreter lacks', () => {
    for (const source of [
      'import re\n',
      'match 1:\n    case 1:\n        pass\n',
      'x = 3 + 2j\n',
      'print(b"a")\n',
    ])
      expect(judge(source).verdict, source).toBe('not supported here');
  });
});

describe('comparing', () => {
  const compare = (returned: string, expected: string): boolean =>
    judge(`def f():\n    return ${returned}\n`, [{ call: 'f()', expected }]).verdict === 'passed';

  it.each([
    ['1.0', '1'],
    ['{"a": 1, "b": 2}', '{"b": 2, "a": 1}'],
    ['{1, 2}', '{2, 1}'],
    ['[1, [2, (3, "x")]]', '[1, [2, (3, "x")]]'],
    ['None', 'None'],
    ['True', 'True'],
    ['0.1 + 0.2', '0.30000000000000004'],
  ])('%s equals %s', (returned, expected) => {
    expect(compare(returned, expected)).toBe(true);
  });

  it.each([
    ['1', 'True'],
    ['True', '1'],
    ['[1, 2]', '(1, 2)'],
    ['"1"', '1'],
    ['[1]', '[1, 2]'],
    ['{"a": 1}', '{"a": 2}'],
    ['print', 'print'],
  ])('%s does not equal %s', (returned, expected) => {
    expect(compare(returned, expected)).toBe(false);
  });
});

describe('what says nothing', () => {
  it.each([
    ['a docstring alone', 'def f():\n    """Return None."""\n'],
    ['pass', 'def f():\n    pass\n'],
    ['three dots', 'def f():\n    ...\n'],
    ['a docstring and pass', 'def f():\n    """Do it."""\n    pass\n'],
  ])('%s never passes, even where None is expected', (_, source) => {
    const empty = { verdict: 'wrong answer', line: 1, reason: { kind: 'emptyFunction', name: 'f' } };
    expect(judge(source, [{ call: 'f()', expected: 'None' }])).toMatchObject(empty);
    expect(judge(source)).toMatchObject(empty);
  });

  it('an empty program does not pass', () => {
    const empty = { verdict: 'wrong answer', reason: { kind: 'emptyProgram' } };
    expect(judge('')).toMatchObject(empty);
    expect(judge('# only a comment\n')).toMatchObject(empty);
  });

  it('a function that returns None on purpose does', () => {
    expect(judge('def f():\n    return None\n', [{ call: 'f()', expected: 'None' }]).verdict).toBe('passed');
  });
});

describe('one program after another', () => {
  it('finds nothing of the one before', () => {
    judge('kept = 1\nclass A:\n    pass\n');
    expect(judge('print(kept)\n')).toMatchObject({ verdict: 'runtime error' });
    judge('x = [0] * 10 ** 9\n');
    expect(judge('print(len([0] * 1000))\n')).toMatchObject({ verdict: 'passed', output: '1000\n' });
  });
});

describe('what CPython leaves open', () => {
  it('is refused when it decides the output', () => {
    const open = { verdict: 'not supported here', reason: { kind: 'chance' } };
    expect(judge('print({"pear", "fig", "kiwi"})\n')).toMatchObject(open);
    expect(judge('import random\nprint(random.randint(1, 1000))\n')).toMatchObject(open);
  });

  it('does not matter when it decides nothing', () => {
    expect(judge('print(sorted({"pear", "fig"}))\n')).toMatchObject({ output: "['fig', 'pear']\n" });
    expect(judge('import random\nprint(1 <= random.randint(1, 6) <= 6)\n')).toMatchObject({
      output: 'True\n',
    });
  });
});

describe('the request', () => {
  it('fails when a test is no Python expression', () => {
    expect(() => judge('x = 1\n', [{ call: 'f(', expected: '1' }])).toThrow(/expected a Python expression/);
  });

  it('tells of an expected value that cannot be computed', () => {
    const result = judge('def f():\n    return 1\n', [{ call: 'f()', expected: '1 / 0' }]);
    expect(result).toMatchObject({ verdict: 'not supported here' });
    expect(result.message).toContain('the expected value of a test');
  });
});
