import type { JudgeResult } from '../protocol/python';

/** How many programs came how far. Those that are not supported here are counted apart, and are not in `total`. */
export interface VerdictCounts {
  readonly total: number;
  /** All but those with a parse error. */
  readonly parses: number;
  /** Those that gave an answer, right or wrong. */
  readonly runs: number;
  readonly passes: number;
  readonly unsupported: number;
}

/** What Python made of a run's probe. */
export interface RunVerdicts extends VerdictCounts {
  readonly step: number;
}

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
