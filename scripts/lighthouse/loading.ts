/** What a first visit costs until there is something to see, unthrottled on this machine. */
import type { Browser, CDPSession } from 'playwright';

/** One first visit with empty caches. Bytes are those over the wire, headers included. */
export interface Loading {
  /** Of all that had arrived at the first contentful paint. */
  readonly bytesAtFirstPaint: number;
  /** The same, and every font, however late. */
  readonly bytesWithFonts: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  /** Every shift that no input caused, added up. */
  readonly layoutShift: number;
  /** What belongs after the first paint and was asked for before. */
  readonly tooEarly: readonly string[];
}

/** The workers, the interpreter and the weights of models. */
const LATER = /\/(worker-|micropython|sw\.js)|\.safetensors$/;
const WATCH_MS = 6000;

interface Asked {
  readonly path: string;
  /** In seconds, by the clock that network and page share. */
  readonly sentAt: number;
  arrivedAt: number;
  bytes: number;
}

interface Visit {
  readonly asked: readonly Asked[];
  readonly paintedAt: number;
}

/** Listens to a page from before it is opened. @returns what was heard by the time it is asked */
async function listen(wire: CDPSession): Promise<() => Visit> {
  const asked = new Map<string, Asked>();
  let paintedAt = Infinity;
  wire.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    const { pathname } = new URL(request.url);
    asked.set(requestId, { path: pathname, sentAt: timestamp, arrivedAt: Infinity, bytes: 0 });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const request = asked.get(requestId);
    if (request) Object.assign(request, { arrivedAt: timestamp, bytes: encodedDataLength });
  });
  wire.on('Page.lifecycleEvent', ({ name, timestamp }) => {
    if (name === 'firstContentfulPaint') paintedAt = Math.min(paintedAt, timestamp);
  });
  await wire.send('Network.enable');
  await wire.send('Page.enable');
  await wire.send('Page.setLifecycleEventsEnabled', { enabled: true });
  return () => ({ asked: [...asked.values()], paintedAt });
}

const bytesOf = (some: readonly Asked[]): number => some.reduce((sum, { bytes }) => sum + bytes, 0);

declare global {
  // Where the function below keeps what it saw.
  var seen: { largestPaintMs: number; layoutShift: number };
}

/** Runs on the page, before any of its scripts. */
function watchPaint(): void {
  const seen = { largestPaintMs: 0, layoutShift: 0 };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largestPaintMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const byInput = 'hadRecentInput' in entry && entry.hadRecentInput === true;
      if (!byInput && 'value' in entry && typeof entry.value === 'number') seen.layoutShift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Opens a page for the first time. @throws Error when it never painted anything */
export async function firstVisit(browser: Browser, url: string): Promise<Loading> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const heard = await listen(await context.newCDPSession(page));
    await page.addInitScript(watchPaint);
    await page.goto(url);
    await page.waitForTimeout(WATCH_MS);
    const { asked, paintedAt } = heard();
    if (!Number.isFinite(paintedAt)) throw new Error(`${url} painted nothing within ${WATCH_MS} ms`);
    const { largestPaintMs, layoutShift } = await page.evaluate(() => globalThis.seen);
    return {
      bytesAtFirstPaint: bytesOf(asked.filter(({ arrivedAt }) => arrivedAt <= paintedAt)),
      bytesWithFonts: bytesOf(
        asked.filter(({ path, arrivedAt }) => arrivedAt <= paintedAt || path.endsWith('.woff2')),
      ),
      firstPaintMs: 1000 * (paintedAt - Math.min(...asked.map(({ sentAt }) => sentAt))),
      largestPaintMs,
      layoutShift,
      tooEarly: asked
        .filter(({ path, sentAt }) => LATER.test(path) && sentAt < paintedAt)
        .map(({ path }) => path),
    };
  } finally {
    await context.close();
  }
}
