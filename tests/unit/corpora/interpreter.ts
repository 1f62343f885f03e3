/** One MicroPython for the corpus tests: runs a program against its task's tests, with a step budget. */
// @ts-expect-error the package ships no types
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import type { TaskTest } from '../../../src/corpora/code/task';

/** `pass` when every test holds; otherwise what happened first. */
export type Judgement = 'pass' | 'wrong' | `error ${string}`;
export type Judge = (program: string, tests: readonly TaskTest[]) => Judgement;

interface Interpreter {
  runPython(source: string): void;
  globals: { get(name: string): (source: string, tests: string) => Judgement };
}

const HARNESS = `
class _Budget(BaseException):
    pass

_left = 0

def _tick():
    global _left
    _left -= 1
    if _left < 0:
        raise _Budget()

# 1 == True in Python, but 1 is no answer to a question.
def _same(actual, expected):
    return actual == expected and (type(actual) is bool) == (type(expected) is bool)

def judge(source, tests):
    global _left
    space = {'_tick': _tick, '_same': _same}
    try:
        exec(source, space)
        for test in tests.split('\\n'):
            _left = 3000
            if not eval(test, space):
                return 'wrong'
    except (Exception, _Budget) as problem:
        return 'error ' + repr(problem)
    return 'pass'
`;

/** Counts every turn of a loop and every call, so that a mutant that never ends is stopped. */
function withTicks(program: string): string {
  return program.replace(
    /^( *)(?:for|while|def) .*:$/gm,
    (line, indent: string) => `${line}\n${indent}    _tick()`,
  );
}

export async function startInterpreter(): Promise<Judge> {
  const python = (await loadMicroPython({ linebuffer: true })) as Interpreter;
  python.runPython(HARNESS);
  const judge = python.globals.get('judge');
  return (program, tests) =>
    judge(withTicks(program), tests.map(({ call, expected }) => `_same(${call}, ${expected})`).join('\n'));
}
