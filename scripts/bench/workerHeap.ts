import type { CDPSession, Page } from 'playwright';

/** A door into the JavaScript heap of a page's worker. */
export interface WorkerHeap {
  /** Bytes in use after garbage was collected, the contents of typed arrays included. */
  usedBytes(): Promise<number>;
}

/** Sends a command of the DevTools protocol to a worker; Playwright itself speaks to pages only. */
function createSender(session: CDPSession, sessionId: string) {
  let latest = 0;
  return (method: string): Promise<unknown> => {
    const id = ++latest;
    return new Promise((resolve, reject) => {
      const hear = (event: { sessionId: string; message: string }): void => {
        if (event.sessionId !== sessionId) return;
        const answer: { id?: number; result?: unknown; error?: unknown } = JSON.parse(event.message);
        if (answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', hear);
        if (answer.error === undefined) resolve(answer.result);
        else reject(new Error(`${method}: ${JSON.stringify(answer.error)}`));
      };
      session.on('Target.receivedMessageFromTarget', hear);
      const message = JSON.stringify({ id, method });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  };
}

function numberOf(result: unknown, key: string): number {
  const value: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, key) : null;
  if (typeof value !== 'number')
    throw new Error(`expected a number ${key} from the worker's heap, got ${String(value)}`);
  return value;
}

/** Attaches to the one worker of a page. */
export async function openWorkerHeap(page: Page): Promise<WorkerHeap> {
  const session = await page.context().newCDPSession(page);
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const send = createSender(session, await attached);
  return {
    usedBytes: async () => {
      await send('HeapProfiler.collectGarbage');
      const usage = await send('Runtime.getHeapUsage');
      return numberOf(usage, 'usedSize') + numberOf(usage, 'backingStorageSize');
    },
  };
}
