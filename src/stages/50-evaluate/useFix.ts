import { useState } from 'react';
import type { JudgedProgram } from '../../store/evaluationState';
import { charactersChanged, lineDiff } from '../../ui/code/diff';
import { useActions } from '../appStore';
import type { Judgement, Test } from './verdicts';

/** The reader's version of a program. */
export interface Fix {
  readonly source: string;
  /** What Python made of it; null until it is run. */
  readonly judgement: Judgement | null;
  /** The version that was judged. */
  readonly judgedSource: string | null;
  readonly isRunning: boolean;
}

/** Where one test stands in the reader's version. */
export interface TestState extends Test {
  readonly outcome: 'passed' | 'failed' | 'open';
  /** The value it gave; null for none. */
  readonly actual: string | null;
  /** True when it failed for the model's program and passes now. */
  readonly turned: boolean;
}

/** How far two programs are from each other. */
export interface Distance {
  readonly characters: number;
  /** Lines of the second that the first does not have, or those that it lost if they are more. */
  readonly lines: number;
}

export function distanceOf(before: string, after: string): Distance {
  const lines = lineDiff(before, after);
  const of = (kind: string): number => lines.filter((line) => line.kind === kind).length;
  return { characters: charactersChanged(before, after), lines: Math.max(of('removed'), of('added')) };
}

/** Where every test stands: what was not run, or was run for another version, is open. */
export function testStates(program: Pick<JudgedProgram, 'tests' | 'judgement'>, fix: Fix): TestState[] {
  const isCurrent = fix.judgement !== null && fix.judgedSource === fix.source;
  return program.tests.map((test, index) => {
    const now = isCurrent ? fix.judgement.tests[index] : undefined;
    if (!now) return { ...test, outcome: 'open', actual: null, turned: false };
    const before = program.judgement?.tests[index];
    return {
      ...test,
      outcome: now.passed ? 'passed' : 'failed',
      actual: now.actual,
      turned: now.passed && before?.passed !== true,
    };
  });
}

/** The version before the reader touched it: the model's, with what is known of it. */
const untouched = ({ source, judgement }: JudgedProgram): Fix => ({
  source,
  judgement,
  judgedSource: judgement ? source : null,
  isRunning: false,
});

/** The reader's version of the open program; those of the others are kept while the stage is open. */
export function useFix(program: JudgedProgram) {
  const [fixes, setFixes] = useState<Readonly<Record<string, Fix>>>({});
  const { judgeSource } = useActions();
  const key = `${program.id} ${program.source}`;
  const fix = fixes[key] ?? untouched(program);
  const change = (part: Partial<Fix>): void =>
    setFixes((all) => ({ ...all, [key]: { ...(all[key] ?? untouched(program)), ...part } }));
  const run = async (): Promise<void> => {
    if (fix.isRunning) return;
    change({ isRunning: true });
    const judgement = await judgeSource(fix.source, program.tests);
    change({ judgement, judgedSource: fix.source, isRunning: false });
  };
  return {
    fix,
    tests: testStates(program, fix),
    edit: (source: string) => change({ source }),
    reset: () => change(untouched(program)),
    run: () => void run(),
  };
}
