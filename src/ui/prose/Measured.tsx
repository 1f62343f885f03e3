import type { ReactNode } from 'react';
import { text, type Narrative } from '../../content/narrative';
import { Figure } from './Figure';
import styles from './Measured.module.css';
import { Prose } from './Prose';
import { StageBand } from './StageBand';

interface MeasuredProps {
  readonly of: Narrative;
  /** The section with the table; `<at>.title`, `.caption`, `.how` and `.explanation` say the rest. */
  readonly at: string;
  /** Draws every share as a bar behind its number. */
  readonly bars?: boolean;
}

/** A table of what we measured ourselves, with what it rests on. Its numbers are filled in from the evidence. */
export function Measured({ of, at, bars = false }: MeasuredProps) {
  const title = text(of, `${at}.title`);
  const className = [styles.table, bars && styles.bars].filter(Boolean).join(' ');
  return (
    <Figure
      title={title}
      caption={
        <>
          {text(of, `${at}.caption`)}
          <span className={styles.how}>{text(of, `${at}.how`)}</span>
        </>
      }
      explanation={<Prose of={of} at={`${at}.explanation`} />}
    >
      {/* Wider than a phone: it scrolls inside itself, by keyboard too. */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <Prose of={of} at={at} className={className} />
      </div>
    </Figure>
  );
}

/** What we measured over several runs, told and shown: `<at>.heading` and `<at>.story` beside the table. */
export function MeasuredBand({ children, ...measured }: MeasuredProps & { readonly children?: ReactNode }) {
  const { of, at } = measured;
  return (
    <StageBand title={text(of, `${at}.heading`)}>
      <Prose of={of} at={`${at}.story`} />
      <div className={styles.figures}>
        <Measured {...measured} />
        {children}
      </div>
    </StageBand>
  );
}
