/** From a student's program to what the interpreter runs. */
import { emit } from './emitExpression';
import { emitProgram } from './emitStatement';
import { parseExpression } from './expressions';
import { checkProgram, moduleScope } from './scopes';
import { parseProgram } from './statements';
import type { Statement } from './tree';
import { withoutMarks, type Rewritten } from './writer';

export interface RewrittenProgram extends Rewritten {
  readonly body: readonly Statement[];
}

/** @throws PythonSyntaxError when CPython would refuse it, Unsupported when the sandbox must */
export function rewriteProgram(source: string): RewrittenProgram {
  const body = parseProgram(source);
  checkProgram(body);
  return { ...emitProgram(body), body };
}

/** An expression that sees the names of a program; null for none but Python's own. */
export function rewriteExpression(source: string, program: readonly Statement[] | null): string {
  const scope = moduleScope(program ?? []);
  return withoutMarks(emit(parseExpression(source, 1), { scope, className: null }));
}
