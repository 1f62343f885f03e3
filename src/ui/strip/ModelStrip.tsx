import { decimals } from '../../content/numbers';
import { text } from '../../content/narrative';
import { Prose } from '../prose/Prose';
import styles from './ModelStrip.module.css';
import { Timeline, type TimelinePoint } from './Timeline';
import words from './words.en.md';

/** A model whose points the strip can show. */
export interface Life {
  readonly id: string;
  readonly owner: 'shipped' | 'reader';
  readonly label: string;
}

/** What the strip tells about the current model. */
export interface ModelFacts {
  /** E.g. "Fine-tuned · step 500 of 700". */
  readonly name: string;
  /** E.g. "1.9 MB read". */
  readonly detail: string;
  readonly proseBitsPerByte: number | null;
  readonly codeBitsPerByte: number | null;
  readonly sample: string | null;
}

/** A run in the worker that is steered on another stage than the one in view. */
export interface StripRun {
  readonly text: string;
  readonly href: string;
}

interface ModelStripProps {
  readonly facts: ModelFacts | null;
  /** Stands in for the facts while there is no model. */
  readonly status: string;
  readonly points: readonly TimelinePoint[];
  readonly currentId: string;
  readonly onPick: (id: string) => void;
  /** Offered as a choice where there is more than one. */
  readonly lives: readonly Life[];
  readonly life: string;
  readonly onLife: (life: string) => void;
  readonly run: StripRun | null;
  readonly onOpenRun: () => void;
}

/** Held-out loss for prose and code, each in the colour of its meaning and with its name. */
function Loss({ facts }: { readonly facts: ModelFacts }) {
  const parts = [
    { key: 'prose', value: facts.proseBitsPerByte },
    { key: 'code', value: facts.codeBitsPerByte },
  ].filter((part) => part.value !== null);
  if (parts.length === 0) return null;
  return (
    <div className={styles.loss}>
      {parts.map(({ key, value }) => (
        <span key={key} data-kind={key}>
          {text(words, key)} <b>{decimals(value ?? 0)}</b>
        </span>
      ))}
      <div className={styles.unit}>
        <Prose of={words} at="unit" />
        <span className={styles.better}>, {text(words, 'better')}</span>
      </div>
    </div>
  );
}

function Now({ facts, run, onOpenRun }: Pick<ModelStripProps, 'facts' | 'run' | 'onOpenRun'>) {
  return (
    <div className={styles.now}>
      {run && (
        <p className={styles.run}>
          <b>{run.text}</b>
          <a
            href={run.href}
            onClick={(event) => {
              event.preventDefault();
              onOpenRun();
            }}
          >
            {text(words, 'goToRun')}
          </a>
        </p>
      )}
      {facts && <Loss facts={facts} />}
      {facts?.sample && (
        <p className={styles.sample} title={facts.sample}>
          <span className={styles.says}>{text(words, 'sample')} </span>
          {facts.sample}
        </p>
      )}
    </div>
  );
}

/** Whose life the timeline shows. */
function Lives({ lives, life, onLife }: Pick<ModelStripProps, 'lives' | 'life' | 'onLife'>) {
  const owners = [...new Set(lives.map(({ owner }) => owner))];
  return (
    <select
      className={styles.lives}
      aria-label={text(words, 'lives')}
      value={life}
      onChange={(event) => onLife(event.currentTarget.value)}
    >
      {owners.map((owner) => (
        <optgroup key={owner} label={text(words, `lives.${owner}`)}>
          {lives
            .filter((one) => one.owner === owner)
            .map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

/** The life of this model on one line, on every stage: what it is now, and every point it can go back to. */
export function ModelStrip(props: ModelStripProps) {
  const { facts, status, points, currentId, onPick, lives, life, onLife, run, onOpenRun } = props;
  return (
    <section className={styles.strip} data-tour="strip" aria-label={text(words, 'region')}>
      <div className={styles.row}>
        <div className={styles.who}>
          <p className={styles.label} aria-hidden="true">
            {text(words, 'use')}
          </p>
          <p className={styles.name}>{facts?.name ?? status}</p>
          {facts && <p className={styles.detail}>{facts.detail}</p>}
        </div>
        {lives.length > 1 && <Lives lives={lives} life={life} onLife={onLife} />}
        <div className={styles.life}>
          {points.length > 0 && <Timeline points={points} currentId={currentId} onPick={onPick} />}
        </div>
        <Now facts={facts} run={run} onOpenRun={onOpenRun} />
      </div>
    </section>
  );
}
