/** What an expression is called in the message that it cannot be assigned to. */
import type { Expression } from './tree';

const NAMES: Readonly<Partial<Record<Expression['kind'], string>>> = {
  number: 'literal',
  string: 'literal',
  bytes: 'literal',
  fstring: 'f-string expression',
  call: 'function call',
  compare: 'comparison',
  choice: 'conditional expression',
  walrus: 'named expression',
  dict: 'dict literal',
  set: 'set display',
  yield: 'yield expression',
  yieldFrom: 'yield expression',
  await: 'await expression',
  lambda: 'lambda',
};

export function nameOfKind(target: Expression): string {
  if (target.kind === 'constant') return target.value === '...' ? 'ellipsis' : target.value;
  if (target.kind === 'comprehension')
    return target.of === 'generator' ? 'generator expression' : `${target.of} comprehension`;
  return NAMES[target.kind] ?? 'expression';
}
