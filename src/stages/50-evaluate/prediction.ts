import type { Funnel } from '../../store/evaluationSelectors';

/** How the programs that are not right mostly fail. */
export const FAILINGS = ['broken', 'both', 'wrong'] as const;
export type Failing = (typeof FAILINGS)[number];

/** The id the guess is kept under. */
export const QUESTION = 'evaluate/failing';

/** From this share of one kind on, the others are few. */
const MOST = 0.6;

/** True for a guess this stage offers; what was kept may come from an older page. */
export function isFailing(value: string | undefined): value is Failing {
  return FAILINGS.some((failing) => failing === value);
}

/** How a model's programs failed. */
export interface Failures {
  /** Not Python, or stopped by an error or for taking too long. */
  readonly broken: number;
  /** Ran to the end and gave a wrong answer. */
  readonly wrong: number;
  /** Null when nothing failed. */
  readonly mostly: Failing | null;
}

/** Counts the failures of one model. */
export function failuresOf({ total, runs, passes }: Pick<Funnel, 'total' | 'runs' | 'passes'>): Failures {
  const broken = total - runs;
  const wrong = runs - passes;
  const failed = broken + wrong;
  if (failed === 0) return { broken, wrong, mostly: null };
  const mostly = wrong >= MOST * failed ? 'wrong' : broken >= MOST * failed ? 'broken' : 'both';
  return { broken, wrong, mostly };
}
