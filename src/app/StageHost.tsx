import { Suspense, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { text } from '../content/narrative';
import { useActions, useAppStore, useAppStoreApi } from '../stages/appStore';
import type { Stage } from '../stages/stage';
import type { StageId } from '../store/state';
import { ErrorBoundary } from './ErrorBoundary';
import { pageTitle } from './pageTitle';
import { panelOf } from './panels';
import styles from './StageHost.module.css';
import words from './words.en.md';

/** Names the page after the open stage and what it shows; apart, because a prompt changes with every key. */
function PageTitle({ stage }: { readonly stage: Stage }) {
  const title = useAppStore((state) => pageTitle(stage, state.prompt.text));
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

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

/** What the stage shows, for as long as it stands here. */
function StagePanel({ stage }: { readonly stage: Stage }) {
  const [Panel] = useState(() => panelOf(stage));
  return <Panel />;
}

/** Stands beside a panel: once it is there after a change of stage, puts focus and view at its heading. */
function HeadingFocus({ stage, enteredRef }: { stage: StageId; enteredRef: RefObject<StageId> }) {
  useLayoutEffect(() => {
    const before = enteredRef.current;
    enteredRef.current = stage;
    // Opening the page is no change: focus stays where the browser put it.
    if (before === stage) return;
    window.scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [stage, enteredRef]);
  return null;
}

/** The open stage: loaded when first needed, made valid with no earlier stage done, and unable to take the page down. */
export function StageHost({ stage }: { readonly stage: Stage }) {
  const store = useAppStoreApi();
  const { saveNow } = useActions();
  const enteredRef = useRef<StageId>(stage.id);
  const retries = useRef(0);

  useEffect(() => {
    void stage.prepare(store);
  }, [stage, store]);

  const retry = (): void => {
    retries.current += 1;
    if (retries.current < 2) return;
    // Code that did not arrive is remembered as missing until the page is loaded again.
    void saveNow().then(() => window.location.reload());
  };
  return (
    <main id="main" className={styles.main} tabIndex={-1}>
      <PageTitle stage={stage} />
      <ErrorBoundary
        key={stage.id}
        message={text(words, 'stageFailed')}
        action={text(words, 'reloadStage')}
        onRetry={retry}
      >
        <Suspense fallback={<Skeleton title={stage.title} />}>
          <StagePanel stage={stage} />
          <HeadingFocus stage={stage.id} enteredRef={enteredRef} />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}
