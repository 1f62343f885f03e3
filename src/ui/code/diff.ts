/** A line of two texts laid over each other. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Lengths of the longest common subsequence of every two suffixes, (a + 1) x (b + 1) values row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return table;
}

/** The lines of two texts, in order: as few removed and added as possible, what is removed first. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const table = commonLengths(a, b);
  const common = (i: number, j: number): number => table[i * (b.length + 1) + j] ?? 0;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ kind: 'removed', text: left });
      i++;
    } else if (right !== undefined) {
      lines.push({ kind: 'added', text: right });
      j++;
    }
  }
  return lines;
}

/**
 * The other version of each line: where changed lines stand together, the first removed and the first added belong
 * together, the second and the second, and so on. Null for a line with none.
 */
export function counterparts(lines: readonly DiffLine[]): readonly (string | null)[] {
  const others = lines.map((): string | null => null);
  let removed: number[] = [];
  for (const [index, { kind, text }] of lines.entries()) {
    if (kind === 'same') removed = [];
    if (kind === 'removed') removed.push(index);
    if (kind !== 'added') continue;
    const before = removed.shift();
    if (before === undefined) continue;
    others[index] = lines[before]?.text ?? null;
    others[before] = text;
  }
  return others;
}

/** How many characters at both ends two texts share, no character counted twice. */
function sharedEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

/** A text in three: shared beginning, what differs from the other, shared end. */
export function changedPart(text: string, other: string): readonly [string, string, string] {
  const { head, tail } = sharedEnds(text, other);
  return [text.slice(0, head), text.slice(head, text.length - tail), text.slice(text.length - tail)];
}

/** Fewest characters to insert, delete or replace that make one text the other (Levenshtein distance). */
export function charactersChanged(before: string, after: string): number {
  const [, a] = changedPart(before, after);
  const [, b] = changedPart(after, before);
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
