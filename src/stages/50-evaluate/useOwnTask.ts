import { useState } from 'react';
import { useActions, useAppStore } from '../appStore';
import { isOpen } from './useEvaluate';
import { mostTelling, type Test } from './verdicts';

/** More tests than anyone types. */
export const MAX_TESTS = 12;

/** Tests with both parts written. */
export const wholeTests = (tests: readonly Test[]): readonly Test[] =>
  tests.filter(({ call, expected }) => call.trim() !== '' && expected.trim() !== '');

/** What is missing before the model can be asked; null when nothing is. */
export function missingOf(task: {
  readonly prompt: string;
  readonly tests: readonly Test[];
}): 'prompt' | 'half' | 'tests' | null {
  if (task.prompt.trim() === '') return 'prompt';
  const whole = wholeTests(task.tests).length;
  if (whole === 0) return 'tests';
  return whole < task.tests.length ? 'half' : null;
}

/** The reader's own task, and what came of it. */
export function useOwnTask() {
  const { editOwnTask, runOwnTask, cancelEvaluation } = useActions();
  const task = useAppStore((state) => state.evaluation.ownTask);
  const [picked, setPicked] = useState<string | null>(null);
  const { tests, programs, status } = task;
  const change = (index: number, part: Partial<Test>): void =>
    editOwnTask({ tests: tests.map((test, at) => (at === index ? { ...test, ...part } : test)) });
  return {
    task,
    missing: missingOf(task),
    isOpen: isOpen(status),
    opened: programs.find(({ id }) => id === picked) ?? mostTelling(programs),
    open: setPicked,
    editPrompt: (prompt: string) => editOwnTask({ prompt }),
    editSamples: (samples: number) => editOwnTask({ samples }),
    editTest: change,
    addTest: () => editOwnTask({ tests: [...tests, { call: '', expected: '' }] }),
    removeTest: (index: number) => editOwnTask({ tests: tests.filter((_, at) => at !== index) }),
    run: () => void runOwnTask(),
    cancel: cancelEvaluation,
  };
}

export type OwnTaskView = ReturnType<typeof useOwnTask>;
