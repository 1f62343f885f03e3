/**
 * Wrong programs made from right ones: every place of a reference body gets the small mistakes a beginner
 * could make there, one at a time. Tests that let one pass would call a wrong program correct.
 *
 * What changes nothing by construction is never made: swapped operands of what is commutative on numbers
 * (`+` `*` `==` `max` `min`), `==` loosened to `>=` after `%`, and a change that gives another reference
 * body of the same task. What changes nothing for a reason of the task stands in equivalent.ts.
 */
import { bodyOf, plainChoice, promptOf } from '../../../src/corpora/code/render';
import type { Task } from '../../../src/corpora/code/task';
import { droppedParts } from './mutantsByDropping';

export type Fault = 'off by one' | 'wrong operator' | 'missing part' | 'swapped';

export interface Mutant {
  readonly task: Task;
  readonly fault: Fault;
  /** The reference program and the wrong one. */
  readonly original: string;
  readonly program: string;
  /** What differs, such as `if p < 2: -> if p <= 2:`. */
  readonly change: string;
}

const NAMES = ['p', 'q', 'r'];

/** The task's reference bodies as whole programs whose arguments are called p, q and r. */
export function referencePrograms(task: Task): { prompt: string; bodies: string[] } {
  const choice = plainChoice(task, NAMES.slice(0, task.argumentKinds.length));
  return { prompt: promptOf(choice), bodies: task.bodies.map((body) => bodyOf(body, choice)) };
}

/** Every mutant of every reference body, without repetition. */
export function mutantsOf(task: Task): Mutant[] {
  const { prompt, bodies } = referencePrograms(task);
  const met = new Set(bodies);
  return bodies.flatMap((original) =>
    faultyBodies(task, original).flatMap(({ fault, body }) => {
      if (met.has(body)) return [];
      met.add(body);
      return [
        {
          task,
          fault,
          original: prompt + original,
          program: prompt + body,
          change: changeOf(original, body),
        },
      ];
    }),
  );
}

/** The lines that differ, before and after. */
function changeOf(before: string, after: string): string {
  const lines = [before, after].map((body) => body.split('\n').slice(1));
  const [was = [], now = []] = lines;
  const head = was.findIndex((line, i) => line !== now[i]);
  const from = head < 0 ? was.length : head;
  let tail = 0;
  while (tail < Math.min(was.length, now.length) - from && was.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [was, now]
    .map((body) =>
      body
        .slice(from, body.length - tail)
        .map((line) => line.trim())
        .join(' | '),
    )
    .join(' -> ');
}

function faultyBodies(task: Task, body: string): { fault: Fault; body: string }[] {
  const named = (fault: Fault, changed: readonly string[]) => changed.map((text) => ({ fault, body: text }));
  return [
    ...named('off by one', applyAll(OFF_BY_ONE, body)),
    ...named('wrong operator', applyAll(WRONG_OPERATOR, body)),
    ...named('swapped', applyAll(SWAPPED, body)),
    ...named('swapped', swappedSums(task, body)),
    ...named('missing part', applyAll(MISSING_PART, body)),
    ...named('missing part', droppedParts(body)),
  ];
}

/** A pattern and what may stand in its place; `$1` is the first group. */
type Rule = readonly [pattern: RegExp, ...replacements: string[]];

/** Each rule at each place that does not begin inside a string. */
function applyAll(rules: readonly Rule[], body: string): string[] {
  return rules.flatMap(([pattern, ...replacements]) =>
    [...body.matchAll(pattern)]
      .filter((match) => !insideString(body, match.index))
      .flatMap((match) =>
        replacements.map((replacement) => {
          const end = match.index + match[0].length;
          const filled = replacement.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
          return body.slice(0, match.index) + filled.replace(/<(-?\d+)([+-])1>/g, sumOf) + body.slice(end);
        }),
      ),
  );
}

/** `<7+1>` in a replacement stands for 8. */
const sumOf = (_: string, value: string, sign: string): string =>
  String(Number(value) + (sign === '+' ? 1 : -1));

function insideString(body: string, index: number): boolean {
  const line = body.slice(body.lastIndexOf('\n', index) + 1, index);
  return (line.match(/"/g)?.length ?? 0) % 2 === 1;
}

const OFF_BY_ONE: readonly Rule[] = [
  [/(?<![\w.])(\d+)\b/g, '<$1+1>', '<$1-1>'],
  [/range\((\w+)\)/g, 'range($1 + 1)', 'range($1 - 1)', 'range(1, $1)', 'range(1, $1 + 1)'],
  [/range\((\w+), (\w+)(?=[,)])/g, 'range($1, $2 + 1', 'range($1, $2 - 1'],
  [/\[:(\w+)\]/g, '[:$1 + 1]', '[:$1 - 1]', '[1:$1]'],
  [/\blen\((\w+(?:\.\w+\(\))?)\)/g, '(len($1) + 1)', '(len($1) - 1)'],
  [/\bcount\((\w+)\)/g, 'count($1) + 1'],
  [/\bindex\((\w+)\)/g, 'index($1) + 1', 'index($1) - 1'],
];

const WRONG_OPERATOR: readonly Rule[] = [
  [/ \+ /g, ' - ', ' * '],
  [/ - /g, ' + ', ' * '],
  [/ \* /g, ' + ', ' // '],
  // Not before a call: a recursion of powers fills the memory.
  [/ \* (?=\w+(?![\w(]))/g, ' ** '],
  [/ \/ /g, ' // ', ' * ', ' % '],
  [/ % /g, ' // ', ' - '],
  [/ \*\* /g, ' * ', ' + '],
  [/ \+= /g, ' -= ', ' = ', ' *= '],
  [/ \*= /g, ' += ', ' = '],
  [/ \/\/= /g, ' -= ', ' = ', ' *= '],
  [/ < /g, ' <= ', ' > ', ' >= ', ' == '],
  [/ <= /g, ' < ', ' >= ', ' > ', ' == '],
  [/ > /g, ' >= ', ' < ', ' <= ', ' == '],
  [/ >= /g, ' > ', ' <= ', ' < ', ' == '],
  [/ == /g, ' != '],
  [/(?<!% \d+) == /g, ' >= '],
  [/ != /g, ' == '],
  [/ and /g, ' or '],
  [/ or /g, ' and '],
  [/\bmin\(/g, 'max(', 'sum('],
  [/\bmax\(/g, 'min(', 'sum('],
  [/\bsum\((?!1 )/g, 'max(', 'len('],
  [/\bany\(/g, 'all('],
  [/\ball\(/g, 'any('],
  [/(if|return) (\w+) in (?=\w)/g, '$1 $2 not in '],
  [/(if|return) (\w+) not in (?=\w)/g, '$1 $2 in '],
  [/(if \w+) in "/g, '$1 not in "'],
  [/(if \w+) not in "/g, '$1 in "'],
  [/\bTrue\b/g, 'False'],
  [/\bFalse\b/g, 'True'],
  [/\.upper\(/g, '.lower('],
  [/\.lower\(/g, '.upper('],
  [/\.isupper\(/g, '.islower(', '.isdigit('],
  [/\.islower\(/g, '.isupper(', '.isdigit('],
  [/\.isdigit\(/g, '.isupper(', '.islower('],
  [/\.startswith\(/g, '.endswith('],
  [/\.endswith\(/g, '.startswith('],
  [/(if "\w") in /g, '$1 not in '],
  [/\.append\(/g, '.insert(0, '],
  [/\.insert\(0, /g, '.append('],
];

const ATOM = '(\\w+|"[^"]*")';

const SWAPPED: readonly Rule[] = [
  [new RegExp(`\\b(?!not )${ATOM}( - | / | % | \\*\\* | in )${ATOM}(?![\\w(])`, 'g'), '$3$2$1'],
  [/\brange\((\w+), ([^,()]+)/g, 'range($2, $1'],
  [/(\w+)\.(startswith|count|index)\((\w+)\)/g, '$3.$2($1)'],
  [/\.replace\((\w+), ("")\)/g, '.replace($2, $1)'],
  [/(return|=) (\w+), (\w+(?: [+%] \w+)?)(?=\n|$)/g, '$1 $3, $2'],
  [/return (".*?") if (.+) else (".*?")/g, 'return $3 if $2 else $1'],
  [/\b(\w+) <= (\w+) <= (\w+)/g, '$3 <= $2 <= $1', '$2 <= $1 <= $3'],
  [/return (\w+) \/ /g, 'return 1 / $1 * '],
];

const MISSING_PART: readonly Rule[] = [
  [/\bnot (?!in )/g, ''],
  [/ not in /g, ' in '],
  [/(return )-/g, '$1'],
  [/\b(?:abs|sorted|reversed|set|str|int|len)\((\w+)\)/g, '$1'],
  [/\.(?:upper|lower|split)\(\)/g, ''],
  [/, key=len/g, ''],
  [/ [-+*/%]{1,2} (?:\w+|"[^"]*")(?![\w(.[])/g, ''],
  [/\[(?::\w+|\w+:|::-1|-?\d)\]/g, ''],
  [/"(\w*)aeiou/g, '"$1eiou', '"$1aeio'],
  [/"aeiouAEIOU"/g, '"aeiou"', '"aeiouAEIO"'],
  [/"(\w+), "/g, '"$1 "'],
  [/, (\w+) % \1/g, ''],
];

/** Joined the wrong way round, where the order of a sum matters: on strings and lists. */
function swappedSums(task: Task, body: string): string[] {
  const part = '("[^"]*"|\\[\\w+\\]|\\w+(?:\\.\\w+\\(\\))?)';
  const joins = task.argumentKinds.some((kind) => kind === 'text' || kind === 'person');
  return [...body.matchAll(new RegExp(`${part} \\+ (?=${part})`, 'g'))].flatMap((match) => {
    const [whole, left = '', right = ''] = match;
    const literal = /^["[]/.test(left) || /^["[]/.test(right);
    const both = NAMES.includes(left) && NAMES.includes(right) && task.argumentKinds.includes('list');
    if (!joins && !literal && !both) return [];
    const end = match.index + whole.length + right.length;
    return [`${body.slice(0, match.index)}${right} + ${left}${body.slice(end)}`];
  });
}
