import { useEffect, useMemo, useRef, useState } from 'react';
import type { EvaluatedProgram, EvaluationSlice } from '../../store/evaluationState';
import { useActions, useAppStore } from '../appStore';

type Nearest = EvaluationSlice['nearest'];

/** How many of a model's right programs stand in the training snippets. */
export interface MemoryCount {
  readonly checkpointId: string;
  /** Programs that pass and were compared. */
  readonly compared: number;
  /** Of these, the ones that no training snippet spells. */
  readonly fresh: number;
}

/** Counts, per model, the right programs that occur in no training snippet. */
export function memoryCounts(
  programs: readonly EvaluatedProgram[],
  nearest: Nearest,
): readonly MemoryCount[] {
  const passed = programs.filter(({ judgement }) => judgement?.verdict === 'passed');
  return [...new Set(passed.map(({ checkpointId }) => checkpointId))].map((checkpointId) => {
    const found = passed.flatMap((program) =>
      program.checkpointId === checkpointId ? (nearest[program.id] ?? []) : [],
    );
    return {
      checkpointId,
      compared: found.length,
      fresh: found.filter(({ isRenamed }) => !isRenamed).length,
    };
  });
}

const keyOf = ({ id, source }: EvaluatedProgram): string => `${id} ${source}`;

/** Looks up what the training snippets hold most like the right programs and the open one, each once. */
export function useMemory(programs: readonly EvaluatedProgram[], opened: EvaluatedProgram) {
  const { compareWithTraining } = useActions();
  const nearest = useAppStore((state) => state.evaluation.nearest);
  const asked = useRef(new Set<string>());
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const wanted = useMemo(
    () => [opened, ...programs.filter(({ judgement }) => judgement?.verdict === 'passed')],
    [opened, programs],
  );
  useEffect(() => {
    const missing = wanted.filter((program) => !asked.current.has(keyOf(program)));
    if (missing.length === 0) return;
    const keys = missing.map(keyOf);
    for (const key of keys) asked.current.add(key);
    void compareWithTraining([...new Set(missing.map(({ id }) => id))]).then(() =>
      setAnswered((before) => new Set([...before, ...keys])),
    );
  }, [wanted, compareWithTraining]);
  return {
    nearest: nearest[opened.id] ?? null,
    counts: memoryCounts(programs, nearest),
    isComparing: wanted.some((program) => !answered.has(keyOf(program))),
  };
}
