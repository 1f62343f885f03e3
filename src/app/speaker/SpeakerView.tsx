import { text } from '../../content/narrative';
import { minutes } from '../../content/numbers';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import { planById, type PlanStep } from '../lesson/plans';
import planWords from '../lesson/plans.en.md';
import type { Command } from '../presenter/commands';
import type { Shown, Told } from '../presenter/messages';
import styles from './Speaker.module.css';
import words from './speaker.en.md';
import { SpeakerClock } from './SpeakerClock';

const TOGGLES = ['blank', 'freeze', 'spotlight', 'story', 'code'] as const;

/** What to say at a step, what to ask, and what comes of it. */
function Notes({ step }: { readonly step: PlanStep | null }) {
  if (!step) return <p>{text(words, 'free')}</p>;
  return (
    <>
      {(['say', 'ask', 'answer'] as const).map((part) => (
        <section key={part} className={styles.note} data-part={part}>
          <h3>{text(words, part)}</h3>
          <Prose of={planWords} at={`${step.id}.${part}`} />
        </section>
      ))}
    </>
  );
}

interface PartProps {
  readonly shown: Shown;
  readonly steps: readonly PlanStep[];
}

/** All steps, to jump to. */
function StepList({ shown, steps, onGo }: PartProps & { readonly onGo: (step: number) => void }) {
  return (
    <nav aria-label={text(words, 'steps')}>
      <ol className={styles.steps}>
        {shown.titles.map((title, index) => (
          <li key={index}>
            <button
              type="button"
              aria-current={index === shown.at ? 'step' : undefined}
              onClick={() => onGo(index)}
            >
              <span>{title}</span>
              {steps[index] && (
                <small>{text(words, 'minutes', { minutes: minutes(steps[index].minutes) })}</small>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface HandProps {
  readonly shown: Shown;
  readonly onPress: (command: Command) => void;
}

/** The buttons that move the projected page. */
function Hand({ shown, onPress }: HandProps) {
  const { blank, over, frozen: freeze, spotlight, story } = shown;
  const isOn = { blank, freeze, spotlight, story, code: over === 'code' };
  const isLast = shown.at >= shown.titles.length - 1;
  return (
    <div className={styles.hand} role="group" aria-label={text(words, 'controls')}>
      <Button aria-disabled={shown.at === 0} onClick={() => onPress('back')}>
        ← {text(words, 'goBack')}
      </Button>
      <Button tone="primary" aria-disabled={isLast} onClick={() => onPress('next')}>
        {text(words, 'goNext')} →
      </Button>
      {TOGGLES.map((command) => (
        <Button key={command} aria-pressed={isOn[command]} onClick={() => onPress(command)}>
          {text(words, `command.${command}`)}
        </Button>
      ))}
    </div>
  );
}

/** What stands between the speaker and the page; null for nothing. */
function obstacleOf(shown: Shown | null, isThere: boolean) {
  if (!isThere) return shown ? 'gone' : 'waiting';
  if (shown?.frozen) return 'frozen';
  if (shown?.blank) return 'blank';
  return shown?.over === 'keys' ? 'list' : null;
}

interface WarningProps {
  readonly shown: Shown | null;
  readonly isThere: boolean;
  readonly onClose: () => void;
}

/** Tells the speaker when the page is gone, frozen, blank or covered. */
function Warning({ shown, isThere, onClose }: WarningProps) {
  const key = obstacleOf(shown, isThere);
  return (
    <div role="status" className={styles.warning}>
      {key && (
        <p>
          {text(words, key)}{' '}
          {key === 'list' && (
            <Button tone="plain" onClick={onClose}>
              {text(words, 'list.close')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

interface SpeakerViewProps {
  /** What the projected window told last; null while it never did. */
  readonly shown: Shown | null;
  /** Whether it still answers. */
  readonly isThere: boolean;
  readonly tell: (told: Told) => void;
}

/** Notes, clock and controls, for the screen that the class does not see. */
export function SpeakerView({ shown, isThere, tell }: SpeakerViewProps) {
  const plan = shown?.plan ? planById(shown.plan) : null;
  const steps = plan?.steps ?? [];
  const next = shown?.titles[shown.at + 1];
  return (
    <main className={styles.speaker}>
      <h1 className="visually-hidden">{text(words, 'title')}</h1>
      <Warning {...{ shown, isThere }} onClose={() => tell({ kind: 'press', command: 'escape' })} />
      {shown && (
        <>
          <section className={styles.now}>
            <p className={styles.count}>
              {text(words, 'now', { step: shown.at + 1, count: shown.titles.length })}
            </p>
            <div aria-live="polite">
              <h2>{shown.titles[shown.at]}</h2>
            </div>
            <Notes step={steps[shown.at] ?? null} />
            <p className={styles.next}>
              {next === undefined ? text(words, 'last') : text(words, 'next', { title: next })}
            </p>
          </section>
          <aside className={styles.side}>
            <SpeakerClock
              clock={shown.clock}
              plan={plan}
              at={shown.at}
              onTurn={(act) => tell({ kind: 'clock', act })}
            />
            <StepList {...{ shown, steps }} onGo={(step) => tell({ kind: 'go', step })} />
          </aside>
          <footer className={styles.foot}>
            <Hand shown={shown} onPress={(command) => tell({ kind: 'press', command })} />
            <p className={styles.keys}>{text(words, 'keys')}</p>
          </footer>
        </>
      )}
    </main>
  );
}
