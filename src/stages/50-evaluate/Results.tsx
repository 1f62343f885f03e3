import { memo, useDeferredValue, useEffect, useId, useRef } from 'react';
import { text } from '../../content/narrative';
import type { EvaluatedProgram } from '../../store/evaluationState';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { Funnel } from './Funnel';
import { Legend } from './Legend';
import words from './narrative.en.md';
import { PassRates } from './PassRates';
import { ProgramGrid } from './ProgramGrid';
import { ProgramView } from './ProgramView';
import styles from './Results.module.css';
import { taskTitle } from '../taskTitle';
import { rowsByGroup, type Results as ResultsOf } from './useEvaluate';

interface ResultsProps {
  readonly results: ResultsOf;
  readonly opened: EvaluatedProgram | null;
  /** The program the reader chose; null while the page shows one of its own choice. */
  readonly picked: string | null;
  readonly onOpen: (programId: string) => void;
  readonly nameOf: (checkpointId: string) => string;
}

/** Which task, which answer, of which model. */
function labelOf({ prompt, sample, checkpointId }: EvaluatedProgram, nameOf: ResultsProps['nameOf']): string {
  const values = { task: taskTitle(prompt), number: sample + 1, model: nameOf(checkpointId) };
  return text(words, 'program.label', values);
}

type GridsProps = Pick<ResultsProps, 'results' | 'opened' | 'onOpen' | 'nameOf'>;

const Grids = memo(function Grids({ results, opened, onOpen, nameOf }: GridsProps) {
  const { asked, tasks, programs } = results;
  if (!asked) return null;
  // A model whose turn has not come has nothing to show yet.
  const begun = asked.checkpointIds.filter(
    (id, i) => i === 0 || programs.some(({ checkpointId }) => checkpointId === id),
  );
  return (
    <Figure
      title={text(words, 'grid.title')}
      caption={text(words, 'grid.caption')}
      explanation={<Prose of={words} at="grid.explanation" />}
    >
      <div className={styles.grids}>
        {begun.map((id) => (
          <ProgramGrid
            key={id}
            name={nameOf(id)}
            groups={rowsByGroup(tasks, id)}
            samples={asked.settings.samplesPerTask}
            openedId={opened?.id ?? null}
            onOpen={onOpen}
          />
        ))}
      </div>
      <Legend programs={programs} />
    </Figure>
  );
});

/** The grids may hold thousands of cells: they are drawn in slices, so that the page answers meanwhile. */
function GridsInTime({ results, opened, onOpen, nameOf }: GridsProps) {
  // Empty at first, so that the first drawing is sliced too.
  const shown = useDeferredValue<GridsProps['results'] | null>(results, null);
  return shown && <Grids results={shown} {...{ opened, onOpen, nameOf }} />;
}

/** The open program; where it stands below the grid, it comes into view when it is opened. */
function Opened({ opened, picked, nameOf }: ResultsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <div ref={box} className={styles.opened}>
      <Figure
        title={text(words, 'program.title')}
        explanation={<Prose of={words} at="program.explanation" />}
      >
        {opened ? (
          <ProgramView program={opened} label={labelOf(opened, nameOf)} />
        ) : (
          <p className={styles.empty}>{text(words, 'program.none')}</p>
        )}
      </Figure>
    </div>
  );
}

/** What came of it: how far the programs got, how likely a model is right, and every single program. */
export function Results(props: ResultsProps) {
  const { results, nameOf } = props;
  const id = useId();
  return (
    <section className={styles.results} aria-labelledby={id}>
      <h2 id={id}>{text(words, 'results')}</h2>
      {results.asked === null ? (
        <p className={styles.empty}>{text(words, 'results.empty')}</p>
      ) : (
        <>
          <Figure
            title={text(words, 'funnel.title')}
            caption={text(words, 'funnel.captionShown')}
            explanation={<Prose of={words} at="funnel.explanation" />}
          >
            <Funnel funnels={results.funnels} nameOf={nameOf} />
          </Figure>
          <Figure
            title={text(words, 'rates.title')}
            caption={text(words, 'rates.captionShown')}
            explanation={<Prose of={words} at="rates.explanation" />}
          >
            <PassRates rates={results.rates} nameOf={nameOf} />
          </Figure>
          <GridsInTime {...props} />
          <Opened {...props} />
        </>
      )}
    </section>
  );
}
