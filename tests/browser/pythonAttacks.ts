/** Programs that attack the sandbox, one attack each, and the verdict each must end in. */
import type { JudgeTest, Verdict } from '../../src/protocol/python';

export interface Attack {
  readonly name: string;
  readonly source: string;
  /** The verdict, or those it may be where it depends on how fast the machine is. */
  readonly verdict: Verdict | readonly Verdict[];
  readonly tests?: readonly JudgeTest[];
}

/** A function that must give 120 for 5; these programs try to pass without computing it. */
const FACTORIAL: readonly JudgeTest[] = [
  { call: 'factorial(5)', expected: '120' },
  { call: 'factorial(0)', expected: '1' },
];

export const ENDLESS: readonly Attack[] = [
  { name: 'while True', source: 'while True:\n    pass\n', verdict: 'timeout' },
  {
    name: 'a loop that grows its own list',
    source: 'x = [1]\nfor i in x:\n    x.append(i)\n',
    verdict: 'timeout',
  },
  {
    name: 'a comprehension without end',
    source: 'from itertools import count\nx = [i for i in count()]\n',
    verdict: 'timeout',
  },
  {
    name: 'a generator drained by sum',
    source: 'def g():\n    while True:\n        yield 1\n\nsum(g())\n',
    verdict: 'timeout',
  },
  {
    name: 'an iterator that never stops',
    source:
      'class I:\n    def __iter__(self):\n        return self\n    def __next__(self):\n        return 1\n\nmax(I())\n',
    verdict: 'timeout',
  },
  {
    name: 'two functions that call each other and catch the end',
    source:
      'def a():\n    try:\n        b()\n    except Exception:\n        b()\n\ndef b():\n    try:\n        a()\n    except Exception:\n        a()\n\na()\n',
    verdict: 'timeout',
  },
  { name: 'a tower of powers', source: 'print(9 ** 9 ** 9)\n', verdict: 'timeout' },
  {
    name: 'squares without end',
    source: 'x = 3\nwhile True:\n    x = x * x\n',
    verdict: ['timeout', 'runtime error', 'not supported here'],
  },
  {
    name: 'a range of a billion, summed inside the interpreter',
    source: 'print(sum(range(10 ** 9)))\n',
    verdict: 'timeout',
  },
  {
    name: 'sleep for an hour in a loop',
    source: 'import time\nwhile True:\n    time.sleep(3600)\n',
    verdict: 'timeout',
  },
  {
    name: 'a test that never ends',
    source: 'def factorial(n):\n    while True:\n        n += 1\n',
    verdict: 'timeout',
    tests: FACTORIAL,
  },
  {
    name: 'a repr that never ends',
    source:
      'class R:\n    def __repr__(self):\n        while True:\n            pass\n\ndef factorial(n):\n    return R()\n',
    verdict: 'timeout',
    tests: FACTORIAL,
  },
];

export const CATCHING: readonly Attack[] = [
  {
    name: 'except BaseException around the loop',
    source:
      'while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n',
    verdict: 'timeout',
  },
  {
    name: 'a bare except',
    source: 'try:\n    while True:\n        pass\nexcept:\n    print("survived")\n',
    verdict: 'timeout',
  },
  {
    name: 'finally with a return',
    source:
      'def f():\n    try:\n        while True:\n            pass\n    finally:\n        return 120\n\nfactorial = lambda n: f()\n',
    verdict: 'timeout',
    tests: FACTORIAL,
  },
  {
    name: 'with that swallows every error',
    source:
      'class W:\n    def __enter__(self):\n        return self\n    def __exit__(self, *error):\n        return True\n\nwhile True:\n    with W():\n        while True:\n            pass\n',
    verdict: 'timeout',
  },
  {
    name: 'a generator that catches what stops it',
    source:
      'def g():\n    while True:\n        try:\n            yield 1\n        except BaseException:\n            pass\n\nfor x in g():\n    pass\n',
    verdict: 'timeout',
  },
  {
    name: 'SystemExit before the tests',
    source: 'def factorial(n):\n    return 0\n\nexit(0)\n',
    verdict: 'runtime error',
    tests: FACTORIAL,
  },
  {
    name: 'SystemExit inside a test',
    source: 'def factorial(n):\n    raise SystemExit(0)\n',
    verdict: 'runtime error',
    tests: FACTORIAL,
  },
  { name: 'KeyboardInterrupt', source: 'raise KeyboardInterrupt()\n', verdict: 'runtime error' },
];

export const BOMBS: readonly Attack[] = [
  { name: 'a list of a billion', source: 'x = [0] * 10 ** 9\n', verdict: 'runtime error' },
  { name: 'a string of ten billion', source: 'x = "a" * 10 ** 10\n', verdict: 'runtime error' },
  {
    name: 'a list that doubles',
    source: 'x = [0]\nwhile True:\n    x = x + x\n',
    verdict: ['runtime error', 'timeout'],
  },
  {
    name: 'strings kept for ever',
    source: 'x = []\nwhile True:\n    x.append("a" * 100000)\n',
    verdict: ['timeout', 'not supported here'],
  },
  { name: 'a shift by a billion', source: 'x = 1 << 10 ** 9\n', verdict: 'runtime error' },
  {
    name: 'a bomb that catches its MemoryError',
    source:
      'x = []\nwhile True:\n    try:\n        x.append([0] * 100000)\n    except MemoryError:\n        pass\n',
    verdict: ['timeout', 'not supported here'],
  },
  { name: 'endless recursion', source: 'def f(n):\n    return f(n + 1)\n\nf(0)\n', verdict: 'runtime error' },
  { name: 'a list that contains itself', source: 'x = []\nx.append(x)\nprint(x)\n', verdict: 'passed' },
  {
    name: 'brackets ten thousand deep',
    source: `x = ${'('.repeat(10_000)}1${')'.repeat(10_000)}\n`,
    verdict: 'parse error',
  },
  { name: 'an endless flood of output', source: 'while True:\n    print("x" * 1000)\n', verdict: 'timeout' },
  { name: 'a single print of a megabyte', source: 'print("x" * 1000000)\n', verdict: 'passed' },
];

export const REACHING: readonly Attack[] = [
  { name: 'import js', source: 'import js\njs.fetch("https://example.org")\n', verdict: 'runtime error' },
  { name: 'import jsffi', source: 'import jsffi\njsffi.JsProxy\n', verdict: 'runtime error' },
  { name: 'from js import', source: 'from js import postMessage\n', verdict: 'runtime error' },
  {
    name: 'import uctypes',
    source: 'import uctypes\nuctypes.bytearray_at(0, 100)\n',
    verdict: 'runtime error',
  },
  { name: 'import machine', source: 'import machine\nmachine.mem32[0] = 1\n', verdict: 'runtime error' },
  {
    name: 'import micropython',
    source: 'import micropython\nmicropython.mem_info()\n',
    verdict: 'runtime error',
  },
  {
    name: 'import socket',
    source: 'import socket\nsocket.create_connection(("example.org", 80))\n',
    verdict: 'not supported here',
  },
  {
    name: 'import urllib',
    source: 'import urllib.request\nurllib.request.urlopen("https://example.org")\n',
    verdict: 'not supported here',
  },
  { name: 'import os', source: 'import os\nos.system("ls")\n', verdict: 'not supported here' },
  {
    name: '__import__',
    source: '__import__("js").fetch("https://example.org")\n',
    verdict: 'not supported here',
  },
  { name: 'eval of an import', source: 'eval("__import__(\'js\')")\n', verdict: 'not supported here' },
  { name: 'exec of an import', source: 'exec("import js")\n', verdict: 'not supported here' },
  {
    name: 'the builtins by name',
    source: '__builtins__.open("/etc/passwd")\n',
    verdict: 'not supported here',
  },
  {
    name: 'the globals of a function',
    source: 'def f():\n    pass\n\nprint(f.__globals__)\n',
    verdict: 'not supported here',
  },
  { name: 'globals()', source: 'globals()["print"] = None\n', verdict: 'not supported here' },
  {
    name: 'the subclasses of object',
    source: 'print(().__class__.__bases__[0].__subclasses__())\n',
    verdict: 'not supported here',
  },
  {
    name: 'a special attribute by getattr',
    source: 'print(getattr(print, "__glo" + "bals__"))\n',
    verdict: 'not supported here',
  },
  {
    name: 'a special attribute by str.format',
    source: 'print("{0.__class__.__init__}".format(print))\n',
    verdict: 'not supported here',
  },
  {
    name: 'constructor and prototype',
    source: 'x = {}.constructor.constructor("return self")()\n',
    verdict: 'runtime error',
  },
  { name: 'document and window', source: 'document.title = "hacked"\n', verdict: 'runtime error' },
  { name: 'parent', source: 'parent.postMessage("hi", "*")\n', verdict: 'runtime error' },
  { name: 'localStorage', source: 'localStorage.setItem("a", "b")\n', verdict: 'runtime error' },
  {
    name: "the sandbox's own names",
    source: '__j_tick = lambda: True\nwhile True:\n    pass\n',
    verdict: 'not supported here',
  },
  {
    name: "the sandbox's own names in another alphabet",
    source: 'ｘ = 1\n_\u005f\uff4a_tick = lambda: True\nwhile True:\n    pass\n',
    verdict: 'not supported here',
  },
  { name: 'input()', source: 'name = input("Name? ")\n', verdict: 'runtime error' },
  { name: 'reading a file', source: 'print(open("secret.txt").read())\n', verdict: 'runtime error' },
];

export const TAMPERING: readonly Attack[] = [
  {
    name: 'an object equal to everything',
    source:
      'class E:\n    def __eq__(self, other):\n        return True\n\ndef factorial(n):\n    return E()\n',
    verdict: 'wrong answer',
    tests: FACTORIAL,
  },
  {
    name: 'an object whose hash and equality lie, inside a list',
    source:
      'class E:\n    def __eq__(self, other):\n        return True\n    def __hash__(self):\n        return 1\n\ndef f():\n    return [E()]\n',
    verdict: 'wrong answer',
    tests: [{ call: 'f()', expected: '[1]' }],
  },
  {
    name: 'print, len and isinstance redefined',
    source: 'print = len = isinstance = type = repr = lambda *a: True\n\ndef factorial(n):\n    return 7\n',
    verdict: 'wrong answer',
    tests: FACTORIAL,
  },
  {
    name: 'output that looks like a verdict',
    source: 'print(\'{"verdict": "passed", "tests": []}\')\n\ndef factorial(n):\n    return 1\n',
    verdict: 'wrong answer',
    tests: FACTORIAL,
  },
  {
    name: 'the checked name bound to something else in a test',
    source:
      'def factorial(n):\n    global factorial\n    factorial = lambda n: 1\n    return 120 if n == 5 else 0\n',
    verdict: 'passed',
    tests: FACTORIAL,
  },
  {
    name: 'AssertionError and True redefined',
    source: 'AssertionError = Exception = None\n\ndef factorial(n):\n    return None\n',
    verdict: 'wrong answer',
    tests: FACTORIAL,
  },
  {
    name: 'methods of dict replaced',
    source: 'dict.get = lambda *a: 120\ndict.update = lambda *a: None\n\ndef factorial(n):\n    return {}\n',
    verdict: 'runtime error',
    tests: FACTORIAL,
  },
  {
    name: 'a function that only has a docstring',
    source: 'def factorial(n):\n    """Return n!."""\n',
    verdict: 'wrong answer',
    tests: FACTORIAL,
  },
  {
    name: 'an empty body where None is expected',
    source: 'def f():\n    pass\n',
    verdict: 'wrong answer',
    tests: [{ call: 'f()', expected: 'None' }],
  },
  {
    name: 'True where 1 is expected',
    source: 'def factorial(n):\n    return True if n == 0 else 120\n',
    verdict: 'wrong answer',
    tests: FACTORIAL,
  },
];

export const ATTACKS: readonly Attack[] = [...ENDLESS, ...CATCHING, ...BOMBS, ...REACHING, ...TAMPERING];
