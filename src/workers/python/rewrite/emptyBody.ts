/** A body that says nothing cannot pass, whatever its tests expect. */
import type { JudgeReason } from '../../../protocol/python';
import type { Statement } from './tree';

interface Empty {
  readonly line?: number;
  readonly reason: JudgeReason;
}

function saysNothing(statement: Statement): boolean {
  if (statement.kind === 'pass') return true;
  return statement.kind === 'expression' && ['string', 'constant', 'number'].includes(statement.value.kind);
}

/** The empty function that a call names or, without a call, the empty function or program, if there is one. */
export function emptyBody(body: readonly Statement[], call: string | null): Empty | null {
  const called = call === null ? null : (/^\s*([A-Za-z_]\w*)\s*\(/.exec(call)?.[1] ?? null);
  for (const statement of body) {
    if (statement.kind !== 'def' || !statement.body.every(saysNothing)) continue;
    if (called === null || called === statement.name)
      return { line: statement.line, reason: { kind: 'emptyFunction', name: statement.name } };
  }
  return body.every(saysNothing) ? { reason: { kind: 'emptyProgram' } } : null;
}
