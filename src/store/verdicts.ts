import type { JudgeResult, VerdictCounts } from '../protocol/python';

/** Counts judgements. */
export function countVerdicts(judgements: readonly Pick<JudgeResult, 'verdict'>[]): VerdictCounts {
  const count = (...verdicts: JudgeResult['verdict'][]): number =>
    judgements.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const unsupported = count('not supported here');
  const total = judgements.length - unsupported;
  const passes = count('passed');
  return {
    total,
    parses: total - count('parse error'),
    runs: passes + count('wrong answer'),
    passes,
    unsupported,
  };
}
