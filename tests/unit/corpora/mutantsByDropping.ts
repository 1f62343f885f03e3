/** Mutants by leaving out: a line, a block, the head of a block, a condition, half of a condition, the rest of a loop. */

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The index after the block that `lines[head]` opens. */
function blockEnd(lines: readonly string[], head: number): number {
  const depth = indentOf(lines[head] ?? '');
  const rest = lines.slice(head + 1).findIndex((line) => indentOf(line) <= depth);
  return rest < 0 ? lines.length : head + 1 + rest;
}

/** All bodies with one part left out; body as `bodyOf` writes it, beginning with a newline. */
export function droppedParts(body: string): string[] {
  const lines = body.split('\n').slice(1);
  const changed = lines.flatMap((line, at) =>
    line.endsWith(':') ? withoutHead(lines, at) : withoutLine(lines, at),
  );
  return [
    ...changed.map((kept) => kept.map((line) => `\n${line}`).join('')),
    ...withoutFilter(body),
    ...withoutOperand(body),
  ];
}

/** Without a statement; `pass` keeps a block that would be empty. */
function withoutLine(lines: readonly string[], at: number): string[][] {
  const line = lines[at] ?? '';
  const opens = lines[at - 1]?.endsWith(':') === true || at === 0;
  const alone = opens && indentOf(lines[at + 1] ?? '') < indentOf(line);
  const filler = alone ? [`${' '.repeat(indentOf(line))}pass`] : [];
  return [[...lines.slice(0, at), ...filler, ...lines.slice(at + 1)]];
}

/** Without the head of a block (its lines always run, once), without the block, or leaving a loop too early. */
function withoutHead(lines: readonly string[], at: number): string[][] {
  const end = blockEnd(lines, at);
  const [before, block, after] = [lines.slice(0, at), lines.slice(at + 1, end), lines.slice(end)];
  const outside = [
    [...before, ...block.map((line) => line.slice(4)), ...after],
    [...before, ...after],
  ];
  const next = after[0];
  const loop = /^ *(for|while) /.test(lines[at] ?? '');
  if (!loop || next?.trimStart().startsWith('return') !== true) return outside;
  return [...outside, [...lines.slice(0, end), `    ${next}`, ...after]];
}

/** A comprehension without its condition. */
function withoutFilter(body: string): string[] {
  return [
    ...body.matchAll(/ for \w+ in \w+( if )/g),
    ...body.matchAll(/ for \w+ in range\([^)]*\)( if )/g),
  ].map((match) => {
    const start = match.index + match[0].length - ' if '.length;
    return body.slice(0, start) + body.slice(operandEnd(body, start + ' if '.length, false));
  });
}

/** Conditions joined by `and` or `or`, with one side only. */
function withoutOperand(body: string): string[] {
  return [...body.matchAll(/ (?:and|or) /g)].flatMap((match) => {
    const left = operandStart(body, match.index);
    const right = operandEnd(body, match.index + match[0].length, true);
    return [
      body.slice(0, match.index) + body.slice(right),
      body.slice(0, left) + body.slice(match.index + match[0].length),
    ];
  });
}

/** Where the expression that begins at `start` ends: at the bracket around it, the line's end, or a joining word. */
function operandEnd(body: string, start: number, stopAtJoin: boolean): number {
  let depth = 0;
  for (let i = start; i < body.length; i++) {
    const character = body.charAt(i);
    if ('(['.includes(character)) depth++;
    if (')]'.includes(character)) depth--;
    const joined = stopAtJoin && /^ (?:and|or) /.test(body.slice(i));
    if (depth < 0 || (depth === 0 && (joined || '\n:'.includes(character)))) return i;
  }
  return body.length;
}

function operandStart(body: string, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= 0; i--) {
    const character = body.charAt(i);
    if (')]'.includes(character)) depth++;
    if ('(['.includes(character)) depth--;
    if (depth < 0) return i + 1;
    const word = /(?:return| if| and| or) $/.exec(body.slice(0, i + 1));
    if (depth === 0 && word) return i + 1;
  }
  return 0;
}
