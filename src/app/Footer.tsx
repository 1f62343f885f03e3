import { text } from '../content/narrative';
import { useActions, useAppStore } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import { EngineStatus } from './EngineStatus';
import styles from './Footer.module.css';
import { Glossary } from './Glossary';
import { Help } from './help/Help';
import { Offline } from './Offline';
import words from './words.en.md';

/** The way out of a link that hides parts of the page, so that nobody is trapped in it. */
function ShowEverything() {
  const hides = useAppStore((state) => state.lesson.hidden.length > 0);
  const { setHidden } = useActions();
  if (!hides) return null;
  const show = (): void => {
    setHidden([]);
    // The button is gone with what it undid: reading goes on at the lesson.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <p className={styles.hidden}>
      {text(words, 'hidden')}{' '}
      <Button tone="plain" onClick={show}>
        {text(words, 'showEverything')}
      </Button>
    </p>
  );
}

/** What the reader may rely on, and what their machine computes with. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <div className={styles.row} data-tour="foot">
        <p>
          {text(words, 'privacy')} {text(words, 'licence')} <a href="teach.html">{text(words, 'teach')}</a>
        </p>
        <EngineStatus />
        <div className={styles.more}>
          <Glossary />
          <Help />
        </div>
        <Offline />
        <ShowEverything />
      </div>
    </footer>
  );
}
