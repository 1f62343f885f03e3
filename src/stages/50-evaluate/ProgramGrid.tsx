import { memo, useId, useRef, useState, type KeyboardEvent } from 'react';
import { text } from '../../content/narrative';
import type { TaskResult } from '../../store/evaluationSelectors';
import type { EvaluatedProgram } from '../../store/evaluationState';
import { gridMove, type Place } from './gridMove';
import words from './narrative.en.md';
import styles from './ProgramGrid.module.css';
import { taskTitle } from '../taskTitle';
import type { GridGroup } from './useEvaluate';
import { stateOf } from './verdicts';
import { VerdictSign } from './VerdictMark';

interface CellProps {
  readonly program: EvaluatedProgram | undefined;
  readonly row: number;
  readonly column: number;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
}

const Cell = memo(function Cell({ program, row, column, isOpen, isTabStop }: CellProps) {
  const state = stateOf(program);
  return (
    <span role="gridcell">
      <button
        type="button"
        className={styles.cell}
        data-row={row}
        data-column={column}
        data-program={program?.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isOpen}
        aria-disabled={program === undefined}
        aria-label={text(words, 'grid.cell', {
          number: column + 1,
          verdict: text(words, `verdict.${state}`),
        })}
      >
        <VerdictSign state={state} />
      </button>
    </span>
  );
});

interface RowProps {
  readonly task: TaskResult;
  readonly index: number;
  readonly samples: number;
  /** The open program, where it is one of this row; else null. */
  readonly openedId: string | null;
  /** The column of the grid's Tab stop, where it is in this row; else null. */
  readonly stopColumn: number | null;
}

/** Results are counted anew with every answer, but a row whose answers are the same looks the same. */
function looksTheSame(a: RowProps, b: RowProps): boolean {
  return (
    a.index === b.index &&
    a.samples === b.samples &&
    a.openedId === b.openedId &&
    a.stopColumn === b.stopColumn &&
    a.task.prompt === b.task.prompt &&
    a.task.programs.length === b.task.programs.length &&
    a.task.programs.every((program, i) => program === b.task.programs[i])
  );
}

const Row = memo(function Row({ task, index, samples, openedId, stopColumn }: RowProps) {
  const bySample = new Map(task.programs.map((program) => [program.sample, program]));
  return (
    <div role="row" className={styles.row}>
      <span role="rowheader" className={styles.task}>
        {taskTitle(task.prompt)}
      </span>
      <span className={styles.cells} role="presentation">
        {Array.from({ length: samples }, (_, column) => {
          const program = bySample.get(column);
          return (
            <Cell
              key={column}
              {...{ program, row: index, column }}
              isOpen={program !== undefined && program.id === openedId}
              isTabStop={column === stopColumn}
            />
          );
        })}
      </span>
    </div>
  );
}, looksTheSame);

interface ProgramGridProps {
  readonly name: string;
  readonly groups: readonly GridGroup[];
  /** Answers asked for per task. */
  readonly samples: number;
  readonly openedId: string | null;
  readonly onOpen: (programId: string) => void;
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}

function placeOf(target: EventTarget): Place | null {
  const cell = cellOf(target);
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** A model's answers: a row per task, a cell per answer. One Tab stop; the arrow keys walk, Enter opens. */
export function ProgramGrid({ name, groups, samples, openedId, onOpen }: ProgramGridProps) {
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<Place>({ row: 0, column: 0 });
  const rows = groups.flatMap((group) => group.rows);
  const isStopThere = stop.row < rows.length && stop.column < samples;
  const tabStop = isStopThere ? stop : { row: 0, column: 0 };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const from = placeOf(event.target);
    const to = from && gridMove(event.key, event.ctrlKey, from, { rows: rows.length, columns: samples });
    if (!to) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
  };
  const row = (task: TaskResult, index: number) => (
    <Row
      key={`${task.group} ${task.taskId}`}
      {...{ task, index, samples }}
      openedId={task.programs.some((program) => program.id === openedId) ? openedId : null}
      stopColumn={tabStop.row === index ? tabStop.column : null}
    />
  );
  return (
    <div>
      <p id={id} className={styles.name}>
        {name}
      </p>
      <div
        ref={grid}
        role="grid"
        aria-labelledby={id}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onFocus={(event) => setStop(placeOf(event.target) ?? tabStop)}
        onClick={(event) => {
          const program = cellOf(event.target)?.dataset['program'];
          if (program) onOpen(program);
        }}
      >
        {groups.map(({ group, firstRow, rows: tasks }) => (
          <div key={group} role="rowgroup" aria-label={text(words, `group.${group}`)}>
            <div className={styles.group} aria-hidden="true">
              {text(words, `group.${group}`)}
            </div>
            {tasks.map((task, index) => row(task, firstRow + index))}
          </div>
        ))}
      </div>
    </div>
  );
}
