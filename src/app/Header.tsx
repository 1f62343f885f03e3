import { useEffect, useRef, type MouseEvent } from 'react';
import { text } from '../content/narrative';
import type { Stage } from '../stages/stage';
import { useHidden } from '../stages/useHidden';
import type { StageId } from '../store/state';
import { CopyLink } from './CopyLink';
import styles from './Header.module.css';
import { Share } from './Share';
import { stageHref } from './stageHistory';
import { ThemeButton } from './ThemeButton';
import words from './words.en.md';

interface HeaderProps {
  readonly stages: readonly Pick<Stage, 'id' | 'title'>[];
  readonly current: StageId;
  readonly onGo: (stage: StageId) => void;
}

type Go = (stage: StageId) => (event: MouseEvent) => void;

/** True for a click that should stay on this page: not "open in a new tab" and the like. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The stages in teaching order. */
function Stages({ stages, current, go }: Omit<HeaderProps, 'onGo'> & { readonly go: Go }) {
  const currentLink = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On a narrow screen the list scrolls sideways; keep the present stage in view.
    const link = currentLink.current;
    const list = link?.closest('ol');
    if (link && list) list.scrollLeft = link.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
  }, [current]);

  return (
    <nav className={styles.nav} data-tour="chapters" aria-label={text(words, 'stages')}>
      <ol className={styles.stages}>
        {stages.map((stage, index) => (
          <li key={stage.id}>
            <a
              ref={stage.id === current ? currentLink : null}
              className={styles.stage}
              href={stageHref(stage.id)}
              aria-current={stage.id === current ? 'page' : undefined}
              onClick={go(stage.id)}
            >
              <span className={styles.number} aria-hidden="true">
                {index}
              </span>
              {stage.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The page's title, the stages unless a class is to stay where it is, and what works on every stage. */
export function Header({ stages, current, onGo }: HeaderProps) {
  const isStill = useHidden('navigation');
  const go: Go = (stage) => (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onGo(stage);
  };
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        {isStill ? (
          <span className={styles.title}>{text(words, 'title')}</span>
        ) : (
          <>
            <a className={styles.title} href={stageHref('start')} onClick={go('start')}>
              {text(words, 'title')}
            </a>
            <Stages stages={stages} current={current} go={go} />
          </>
        )}
        <div className={styles.tools} data-tour="tools">
          <CopyLink />
          <Share />
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
