/**
 * `npm run compare:python [count]`: training snippets, as they are and with a slip of the pen, judged by the
 * sandbox and by CPython. Prints how many verdicts differ, and ends in an error when one does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawBody, drawPrompt } from '../src/corpora/code/prompts';
import { bodyOf } from '../src/corpora/code/render';
import { createRandom, type Random } from '../src/engine/random';
import type { JudgeTest } from '../src/protocol/python';
import { startNodeJudge } from './nodeJudge';

interface Item {
  readonly source: string;
  readonly tests: readonly JudgeTest[];
}

/** Judges every item of a file in CPython: [verdict, type of the error]. */
const ORACLE = `
import contextlib, io, json, signal, sys
class Late(BaseException): pass
def alarm(*_): raise Late()
signal.signal(signal.SIGALRM, alarm)
def run(item):
    try:
        code = compile(item['source'], 'program.py', 'exec')
    except SyntaxError as problem:
        return ['parse error', type(problem).__name__]
    space = {'__name__': '__main__'}
    wrong = None
    failed = None
    try:
        exec(code, space)
        for test in item['tests']:
            try:
                actual, expected = eval(test['call'], space), eval(test['expected'])
            except Late:
                raise
            except BaseException as problem:
                failed = failed or type(problem).__name__
                continue
            if actual != expected or (type(actual) is bool) != (type(expected) is bool):
                wrong = True
    except Late:
        return ['timeout', None]
    except BaseException as problem:
        failed = type(problem).__name__
    return ['runtime error', failed] if failed else ['wrong answer' if wrong else 'passed', None]
verdicts = []
for item in json.load(open(sys.argv[1], encoding='utf8')):
    signal.setitimer(signal.ITIMER_REAL, 2)
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            verdicts.append(run(item))
        except Late:
            verdicts.append(['timeout', None])
    signal.setitimer(signal.ITIMER_REAL, 0)
print(json.dumps(verdicts))
`;

const SLIPS =
  '( ) : [ ] , = == + - * // % 0 1 2 x n if for in not and or None len sum range . def return'.split(' ');

/** Drops, adds, or replaces one token. */
function withSlip(source: string, random: Random): string {
  const tokens = source.match(/\s+|\w+|[^\w\s]/g) ?? [];
  const at = Math.floor(random.next() * tokens.length);
  const slip = SLIPS[Math.floor(random.next() * SLIPS.length)] ?? '';
  const kind = random.next();
  if (kind < 0.3) tokens.splice(at, 1);
  else tokens.splice(at, kind < 0.6 ? 0 : 1, slip);
  return tokens.join('');
}

function drawItems(count: number): Item[] {
  const random = createRandom('compare');
  return Array.from({ length: count }, () => {
    const prompt = drawPrompt(random, 'train');
    const source = `${prompt.text}${bodyOf(drawBody(random, prompt.task), prompt)}\n`;
    return { source, tests: prompt.tests };
  }).flatMap(({ source, tests }) => [
    { source, tests },
    { source: withSlip(source, random), tests },
  ]);
}

function judgeInCPython(items: readonly Item[]): [string, string | null][] {
  const folder = mkdtempSync(join(tmpdir(), 'compare-python-'));
  try {
    const file = join(folder, 'items.json');
    writeFileSync(file, JSON.stringify(items));
    const args = ['-W', 'ignore', '-c', ORACLE, file];
    const verdicts: unknown = JSON.parse(
      execFileSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 28 }),
    );
    if (!Array.isArray(verdicts)) throw new Error('CPython gave no verdicts');
    return verdicts.map(([verdict, type]: unknown[]) => [
      String(verdict),
      type === null ? null : String(type),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function main([count = '5000']: readonly string[]): Promise<void> {
  const items = drawItems(Number(count));
  const expected = judgeInCPython(items);
  const judge = await startNodeJudge();
  const counts: Record<string, number> = {};
  let differ = 0;
  for (const [index, item] of items.entries()) {
    const { verdict, message = '' } = await judge(item.source, item.tests);
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    if (verdict === 'not supported here') continue;
    const [wanted, type] = expected[index] ?? ['', null];
    if (verdict === wanted && (type === null || message.split(':')[0] === type)) continue;
    differ++;
    console.log(`${verdict} (${message}), CPython: ${wanted} ${type ?? ''}\n${item.source}`);
  }
  console.log(JSON.stringify(counts));
  console.log(`${items.length} programs, ${differ} differ from CPython`);
  if (differ > 0) process.exitCode = 1;
}
