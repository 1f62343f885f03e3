import type { JudgedProgram } from '../../store/evaluationState';

/** What Python made of a program. */
export type Judgement = NonNullable<JudgedProgram['judgement']>;
export type Verdict = Judgement['verdict'];
export type Test = JudgedProgram['tests'][number];

/** A verdict, or that there is none yet: `open` is written and not judged, `missing` not written. */
export type CellState = Verdict | 'open' | 'missing';

/** From best to worst, then what says nothing about the program. */
export const VERDICTS: readonly Verdict[] = [
  'passed',
  'wrong answer',
  'runtime error',
  'timeout',
  'parse error',
  'not supported here',
];

/** A sign each, so that colour is never the only difference. */
export const SIGNS: Readonly<Record<CellState, string>> = {
  passed: '✓',
  'wrong answer': '≠',
  'runtime error': '!',
  timeout: '∞',
  'parse error': '×',
  'not supported here': '?',
  open: '…',
  missing: '·',
};

/** How a state is coloured: it passed, it ran and was wrong, it broke, or nothing can be said. */
export type Tone = 'pass' | 'wrong' | 'broken' | 'quiet';

const TONES: Readonly<Record<CellState, Tone>> = {
  passed: 'pass',
  'wrong answer': 'wrong',
  'runtime error': 'broken',
  timeout: 'broken',
  'parse error': 'broken',
  'not supported here': 'quiet',
  open: 'quiet',
  missing: 'quiet',
};

export const toneOf = (state: CellState): Tone => TONES[state];

/** Where a program stands; undefined is one that was asked for and is not written yet. */
export function stateOf(program: Pick<JudgedProgram, 'judgement'> | undefined): CellState {
  if (!program) return 'missing';
  return program.judgement?.verdict ?? 'open';
}

/** The test to show first: the first that failed. */
export function failingTest(judgement: Judgement | null): Judgement['tests'][number] | null {
  return judgement?.tests.find(({ passed }) => !passed) ?? null;
}

/** The program worth opening first: one that runs and is wrong, else one that broke, else any. */
export function mostTelling<P extends Pick<JudgedProgram, 'judgement'>>(programs: readonly P[]): P | null {
  const judged = programs.filter(({ judgement }) => judgement !== null);
  const of = (tone: Tone): P | undefined => judged.find((program) => toneOf(stateOf(program)) === tone);
  return of('wrong') ?? of('broken') ?? judged[0] ?? null;
}
