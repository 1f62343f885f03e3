import { useEffect } from 'react';
import { text } from '../content/narrative';
import { useActions, useAppStore, useAppStoreApi } from '../stages/appStore';
import { STAGES } from '../stages/registry';
import { Shown } from '../stages/Shown';
import styles from './App.module.css';
import { Footer } from './Footer';
import { Header } from './Header';
import { ModelStripHost } from './ModelStripHost';
import { Notices } from './Notices';
import { PresenterHost } from './PresenterHost';
import { StageHost } from './StageHost';
import { connectHistory } from './stageHistory';
import words from './words.en.md';

const STAGE_IDS = STAGES.map((stage) => stage.id);

/** Shows the chosen theme; 'system' leaves it to the reader's device. */
function useTheme(): void {
  const theme = useAppStore((state) => state.lesson.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

/** Saves a run before the page may vanish: a hidden tab can be discarded without another word. */
function useSaveOnHide(): void {
  const { saveNow } = useActions();
  useEffect(() => {
    const save = (): void => void saveNow();
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    window.addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden);
      window.removeEventListener('pagehide', save);
    };
  }, [saveNow]);
}

/** Says that no model can run here; reading goes on. */
function EngineMissing() {
  const missing = useAppStore((state) => state.engine.status === 'unavailable');
  const reason = useAppStore((state) => state.engine.reason);
  return (
    <div role="status">
      {missing && <p className={styles.missing}>{text(words, 'unavailable', { reason })}</p>}
    </div>
  );
}

/** The whole page: header, the current model, the open stage, footer. */
export function App() {
  const store = useAppStoreApi();
  const { goTo } = useActions();
  const current = useAppStore((state) => state.lesson.stage);
  const stage = STAGES.find(({ id }) => id === current) ?? STAGES[0];
  useTheme();
  useSaveOnHide();
  useEffect(() => connectHistory(store, STAGE_IDS, window), [store]);
  if (!stage) throw new Error('There are no stages; add a folder with a stage.tsx to src/stages');
  return (
    <div className={styles.page}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // The address belongs to the stage, so the jump is made by hand.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {text(words, 'skip')}
      </a>
      <div className={styles.header}>
        <Header stages={STAGES} current={stage.id} onGo={goTo} />
      </div>
      <Shown part="strip">
        <ModelStripHost />
      </Shown>
      <Notices />
      <EngineMissing />
      <StageHost stage={stage} />
      <Footer />
      <PresenterHost />
    </div>
  );
}
