import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { text } from '../content/narrative';
import { useAppStoreApi } from '../stages/appStore';
import type { Stage } from '../stages/stage';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './StageHost.module.css';
import words from './words.en.md';

/** The page's title while a stage is open; Start is the page itself. */
const documentTitle = (stage: Stage): string =>
  stage.id === 'start' ? text(words, 'title') : `${stage.title} · ${text(words, 'title')}`;

/** The height of a chapter, so that nothing below jumps while its code arrives. */
function Skeleton({ title }: { readonly title: string }) {
  return (
    <div className={styles.skeleton} aria-busy="true">
      <p className="visually-hidden" role="status">
        {text(words, 'loadingStage', { stage: title })}
      </p>
      <div className={styles.heading} />
      <div className={styles.lines} />
    </div>
  );
}

/** Mounted with a panel: after a change of stage, puts focus and view at its heading. */
function HeadingFocus() {
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, []);
  return null;
}

/** The open stage: loaded when first needed, made valid with no earlier stage done, and kept from taking the page down. */
export function StageHost({ stage }: { readonly stage: Stage }) {
  const store = useAppStoreApi();
  const first = useRef(stage.id);
  useEffect(() => {
    document.title = documentTitle(stage);
    void stage.prepare(store);
  }, [stage, store]);
  const { Panel } = stage;
  // The heading takes focus on every change of stage, but not when the page opens.
  const changed = stage.id !== first.current;
  useEffect(() => {
    if (changed) first.current = NaN_STAGE;
  });
  return (
    <main id="main" className={styles.main} tabIndex={-1}>
      <ErrorBoundary key={stage.id} message={text(words, 'stageFailed')} action={text(words, 'reloadStage')}>
        <Suspense fallback={<Skeleton title={stage.title} />}>
          <Panel />
          {changed && <HeadingFocus />}
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}
