import { counted, text } from '../../content/narrative';
import type { EvaluatedProgram } from '../../store/evaluationState';
import { DiffText } from '../../ui/code/DiffText';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { roughShare } from '../../ui/run/quantity';
import styles from './Memory.module.css';
import words from './narrative.en.md';
import { useMemory, type MemoryCount } from './useMemory';

interface CountProps {
  readonly of: MemoryCount;
  readonly name: string;
  readonly isComparing: boolean;
}

function Count({ of, name, isComparing }: CountProps) {
  if (of.compared === 0) return text(words, isComparing ? 'memory.comparing' : 'memory.failed');
  return counted(words, 'memory.count', of.compared, {
    model: name,
    fresh: of.fresh,
    share: roughShare(of.fresh / of.compared),
  });
}

interface MemoryProps {
  readonly programs: readonly EvaluatedProgram[];
  readonly opened: EvaluatedProgram;
  readonly nameOf: (checkpointId: string) => string;
}

/** What the model read that is most like what it wrote, and how much of what is right it cannot have copied. */
export function Memory({ programs, opened, nameOf }: MemoryProps) {
  const { nearest, counts, isComparing } = useMemory(programs, opened);
  return (
    <>
      <div className={styles.memory}>
        <Prose of={words} at="memory.story" />
        {counts.map((one) => (
          <p key={one.checkpointId} className={styles.sentence} role="status">
            <Count of={one} name={nameOf(one.checkpointId)} isComparing={isComparing} />
          </p>
        ))}
        {counts.length === 0 && <p className={styles.sentence}>{text(words, 'memory.nonePassed')}</p>}
      </div>
      <Figure
        title={text(words, 'memory.title')}
        caption={text(words, 'memory.caption')}
        explanation={<Prose of={words} at="memory.explanation" />}
      >
        {nearest ? (
          <>
            <p className={styles.sentence}>
              {nearest.isVerbatim
                ? text(words, 'memory.verbatim')
                : nearest.isRenamed
                  ? text(words, 'memory.renamed')
                  : text(words, 'memory.similar', { share: roughShare(nearest.similarity) })}
            </p>
            <DiffText label={text(words, 'memory.diff')} before={nearest.snippet} after={opened.source} />
          </>
        ) : (
          <p className={styles.sentence}>{text(words, isComparing ? 'memory.comparing' : 'memory.failed')}</p>
        )}
      </Figure>
    </>
  );
}
