import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { text } from '../content/narrative';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import { parseTokenizerFile } from '../engine/tokenizer/tokenizerFile';
import { AppStoreContext } from '../stages/appStore';
import { STAGES } from '../stages/registry';
import { createAppStorage } from '../storage/appStorage';
import { createAppStore } from '../store/createAppStore';
import { createTrainingClient } from '../workers/training/client';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { createLazyPython } from './lazyPython';
import { Opening } from './Opening';
import { loadPanel } from './panels';
import { holdRun } from './pageLock';
import words from './words.en.md';

/** Beside the page: the tokens every shipped model was trained with, about 3 kB. */
const TOKENIZER_URL = 'checkpoints/tokenizer.json';

/** A page that never rests starts its engine all the same. */
const IDLE_PATIENCE_MS = 1000;

/** @throws Error whose message can be shown */
async function fetchTokenizer(): Promise<TokenizerFile> {
  const response = await fetch(TOKENIZER_URL).catch(() => null);
  if (!response) throw new Error(text(words, 'offline'));
  if (!response.ok) throw new Error(text(words, 'httpFailed', { status: response.status }));
  const value: unknown = await response.json().catch(() => null);
  return parseTokenizerFile(value);
}

function openStore(shippedTokenizer: TokenizerFile): ReturnType<typeof createAppStore> {
  return createAppStore({
    training: createTrainingClient(),
    python: createLazyPython(async () => (await import('../workers/python/client')).createPythonClient()),
    storage: createAppStorage({ baseUrl: document.baseURI }),
    shippedTokenizer,
    now: () => Date.now(),
    setTimer: (callback, delayMs) => void setTimeout(callback, delayMs),
    // Safari has no idle callbacks.
    whenIdle: (callback) => {
      if ('requestIdleCallback' in window)
        window.requestIdleCallback(callback, { timeout: IDLE_PATIENCE_MS });
      else setTimeout(callback, IDLE_PATIENCE_MS);
    },
    newId: () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`,
    // Not there on plain http, whatever its type says.
    holdRun: () => holdRun('locks' in navigator ? navigator.locks : undefined),
    initialHash: window.location.hash,
  });
}

/** Gets what the store cannot be without, then shows the page; where that fails, says why and offers to try again. */
export async function openPage(root: Root): Promise<void> {
  root.render(<Opening />);
  let tokenizer: TokenizerFile;
  try {
    tokenizer = await fetchTokenizer();
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    root.render(
      <Opening failure={text(words, 'tokenizerFailed', { reason })} onRetry={() => void openPage(root)} />,
    );
    return;
  }
  const store = openStore(tokenizer);
  const { lesson } = store.getState();
  const stage = STAGES.find(({ id }) => id === lesson.stage);
  // The chapter comes with the page, with no grey lines before it. Where it cannot, its place says so.
  if (stage) await loadPanel(stage).catch(() => null);
  root.render(
    <StrictMode>
      <ErrorBoundary
        message={text(words, 'pageFailed')}
        action={text(words, 'reloadPage')}
        onRetry={() => window.location.reload()}
      >
        <AppStoreContext value={store}>
          <App />
        </AppStoreContext>
      </ErrorBoundary>
    </StrictMode>,
  );
  // Only now: a page that waits for its chapter rests, and would start its engine before anything is drawn.
  void store.getState().actions.boot();
}
