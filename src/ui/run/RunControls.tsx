import { counted, text } from '../../content/narrative';
import { Button } from '../controls/Button';
import styles from './RunControls.module.css';
import { sensible, type RunIntention, type RunStatus } from './runStatus';
import words from './words.en.md';

interface RunControlsProps {
  readonly status: RunStatus;
  readonly step: number;
  /** The step this run came back at after a reload or a lost engine. */
  readonly restoredAtStep: number | null;
  /** How far an engine is that starts; null when none does, or it does not tell. */
  readonly preparing: { readonly ready: number; readonly total: number } | null;
  /** What went wrong, when status is 'failed'. */
  readonly failure: string | null;
  /** Why nothing can be started now; null when something can. */
  readonly obstacle: string | null;
  /** True when a run of another stage has to end before one can start here. */
  readonly busyElsewhere: boolean;
  readonly onIntend: (intention: RunIntention) => void;
}

interface ControlProps {
  readonly intention: RunIntention;
  readonly enabled: boolean;
  readonly primary?: boolean;
  /** Shown in place of the name while an intention takes effect; the accessible name stays. */
  readonly shown?: string | undefined;
  readonly onIntend: (intention: RunIntention) => void;
}

/** A button that stays focusable when it does nothing, so that the keyboard keeps its place. */
function Control({ intention, enabled, primary = false, shown, onIntend }: ControlProps) {
  const name = text(words, intention);
  return (
    <Button
      tone={primary ? 'primary' : 'secondary'}
      className={`${styles.control} ${intention === 'start' ? styles.start : ''}`}
      aria-disabled={!enabled}
      aria-label={shown === undefined ? undefined : name}
      onClick={() => enabled && onIntend(intention)}
    >
      {shown ?? name}
    </Button>
  );
}

/** The sentence that says where the run stands. */
function sentenceOf({
  status,
  step,
  restoredAtStep,
  preparing,
  failure,
  obstacle,
  busyElsewhere,
}: RunControlsProps): string {
  if (status === 'failed' && failure) return failure;
  if (sensible(status, 'start') && obstacle !== null) return obstacle;
  if (sensible(status, 'start') && busyElsewhere) return text(words, 'status.elsewhere');
  const waits = status === 'starting' || status === 'recovering';
  if (waits && preparing) return text(words, 'status.preparing', preparing);
  const sentence =
    status === 'finished'
      ? counted(words, 'status.finished', step)
      : text(words, `status.${status}`, { step });
  const cameBack = restoredAtStep !== null && (status === 'paused' || status === 'running');
  return cameBack ? `${text(words, 'status.restored', { step: restoredAtStep })} ${sentence}` : sentence;
}

/** Start, pause or resume, step, stop, reset: always in the same places, with one sentence on where the run stands. */
export function RunControls(props: RunControlsProps) {
  const { status, obstacle, busyElsewhere, onIntend } = props;
  const pauses = status !== 'paused';
  return (
    <div className={styles.controls} role="group" aria-label={text(words, 'controls')}>
      <div className={styles.row}>
        <Control
          intention="start"
          enabled={sensible(status, 'start') && obstacle === null && !busyElsewhere}
          primary={status !== 'finished'}
          onIntend={onIntend}
        />
        <Control
          key="pause"
          intention={pauses ? 'pause' : 'resume'}
          enabled={sensible(status, pauses ? 'pause' : 'resume')}
          shown={status === 'pausing' ? text(words, 'pausing') : undefined}
          onIntend={onIntend}
        />
        {(['step', 'stop', 'reset'] as const).map((intention) => (
          <Control
            key={intention}
            intention={intention}
            enabled={sensible(status, intention)}
            onIntend={onIntend}
          />
        ))}
      </div>
      <p
        className={status === 'failed' ? `${styles.sentence} ${styles.failed}` : styles.sentence}
        role="status"
      >
        {sentenceOf(props)}
      </p>
    </div>
  );
}
