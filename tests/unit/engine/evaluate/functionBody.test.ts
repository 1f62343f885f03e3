import { describe, expect, it } from 'vitest';
import { functionBody } from '../../../../src/engine/evaluate/functionBody';

const exact = (program: string): string => functionBody(program).tokens.join(' ');
const unnamed = (program: string): string => functionBody(program).unnamed.join(' ');

const SUM = 'def total(xs):\n    result = 0\n    for x in xs:\n        result += x\n    return result';

describe('the body of a function', () => {
  it.each([
    ['blanks', 'def total( xs ) :\n  result=0\n  for x in xs :\n     result+=x\n  return  result\n'],
    ['tabs', 'def total(xs):\n\tresult = 0\n\tfor x in xs:\n\t\tresult += x\n\treturn result'],
    ['empty lines', SUM.replaceAll('\n', '\n\n   \n')],
    ['comments', SUM.replaceAll('\n', '  # a "word"\n# left\n')],
    ['a docstring', SUM.replace(':\n', ':\n    """Add up.\n\n    All of them.\n    """\n')],
    ['annotations of the arguments', SUM.replace('(xs):', '(xs: list[int]) -> int:')],
    ['the name of the function', SUM.replace('total', 'add_up')],
    [
      'what stands around it',
      `import os\n\n# add up\n${SUM}\n\nprint(total([1]))\ndef other(a):\n    return a`,
    ],
  ])('stays the same whatever the %s', (_, program) => {
    expect(functionBody(program)).toEqual(functionBody(SUM));
  });

  it('is the same on the line of the signature, over several lines in brackets, and behind a backslash', () => {
    const one = exact('def f(a, b):\n    return a + b');
    expect(exact('def f(a, b): return a + b')).toBe(one);
    expect(exact('def f(a,\n      b):\n    return a \\\n        + b')).toBe(one);
    expect(exact('def f(a):\n    return [\n        a,\n    ]')).toBe(exact('def f(a):\n    return [a,]'));
  });

  it('knows a call to itself under any name', () => {
    const factorial = (name: string) => `def ${name}(n):\n    return n * ${name}(n - 1) if n else 1`;
    expect(exact(factorial('fact'))).toBe(exact(factorial('g')));
    expect(exact(factorial('fact'))).toContain('$f');
  });

  it.each([
    ['a number', 'def f(a):\n    return a + 1', 'def f(a):\n    return a + 2'],
    ['a sign', 'def f(a):\n    return a // 2', 'def f(a):\n    return a / 2'],
    ['blanks in a string', 'def f(a):\n    return a + " "', 'def f(a):\n    return a + "  "'],
    ['a # in a string', 'def f(a):\n    return a + "#"', 'def f(a):\n    return a + "# b"'],
    [
      'the block a line stands in',
      'def f(a):\n    if a:\n        a = 1\n    return a',
      'def f(a):\n    if a:\n        a = 1\n        return a',
    ],
    ['the place of an argument', 'def f(a, b):\n    return a - b', 'def f(b, a):\n    return a - b'],
    ['a method', 'def f(s):\n    return s.upper()', 'def f(s):\n    return s.lower()'],
    ['a function it calls', 'def f(s):\n    return min(s)', 'def f(s):\n    return max(s)'],
    ['an argument by name', 'def f(s):\n    return g(s, a=1)', 'def f(s):\n    return g(s, b=1)'],
    ['a default', 'def f(s, n=1):\n    return s', 'def f(s):\n    return s'],
  ])('differs by %s, whatever the names', (what, one, other) => {
    expect(exact(one)).not.toBe(exact(other));
    if (what !== 'a default') expect(unnamed(one)).not.toBe(unnamed(other));
  });

  it.each([
    [
      'arguments',
      'def f(a, b=2, *c, **d):\n    return g(a, b, c, d)',
      'def f(p, q=2, *r, **s):\n    return g(p, q, r, s)',
    ],
    ['variables', SUM, 'def total(numbers):\n    s = 0\n    for n in numbers:\n        s += n\n    return s'],
    [
      'variables given together',
      'def f(n):\n    a, b = 0, n\n    return a',
      'def f(n):\n    x, y = 0, n\n    return x',
    ],
    [
      'variables of a comprehension',
      'def f(w):\n    return [c for i, c in w if c.x]',
      'def f(w):\n    return [d for j, d in w if d.x]',
    ],
    [
      'arguments of a lambda',
      'def f(w):\n    return sorted(w, key=lambda x: x[0])',
      'def f(w):\n    return sorted(w, key=lambda y: y[0])',
    ],
    [
      'functions inside',
      'def f(w):\n    def g(a): return a\n    return g(w)',
      'def f(w):\n    def h(b): return b\n    return h(w)',
    ],
    ['values in an f-string', 'def f(w):\n    return f"w: {w}"', 'def f(v):\n    return f"w: {v}"'],
    [
      'a name inside a condition',
      'def f(w):\n    if (n := len(w)) > 1: return n',
      'def f(w):\n    if (m := len(w)) > 1: return m',
    ],
    [
      'an error',
      'def f(w):\n    try: g()\n    except E as e: raise e',
      'def f(w):\n    try: g()\n    except E as x: raise x',
    ],
  ])('is the same up to the names of %s, and not the same text', (_, one, other) => {
    expect(exact(one)).not.toBe(exact(other));
    expect(unnamed(one)).toBe(unnamed(other));
  });

  it('keeps apart two variables that another function has as one', () => {
    expect(unnamed('def f(a):\n    b = a\n    c = b\n    return c')).not.toBe(
      unnamed('def f(a):\n    b = a\n    b = b\n    return b'),
    );
  });

  it('takes whatever a model writes', () => {
    for (const text of [
      '',
      'def',
      'def f(',
      'def f(a',
      'def f(a):',
      ')))',
      'x = "',
      'for',
      'lambda',
      'f"{',
      '\u0000',
    ]) {
      const { tokens, unnamed: names } = functionBody(text);
      expect(names).toHaveLength(tokens.length);
    }
    expect(functionBody('def f(a):').tokens).toEqual(functionBody('def f(a):\n    """Nothing."""').tokens);
    expect(functionBody('x = 1').tokens).toEqual(['\n0', 'x', '=', '1']);
  });
});
