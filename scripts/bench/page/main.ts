/** The page around the worker that is measured: passes questions in and answers out. */
import type { ImplementationName, ShapeName } from '../shapes';
import type { Answered, Asked } from './workerEnd';

declare global {
  /** Starts the worker of an implementation. */
  var openWorker: (implementation: ImplementationName, shape: ShapeName) => Promise<void>;
  /** Asks the worker. Rejects with what went wrong there. */
  var askWorker: (asked: Asked) => Promise<unknown>;
}

globalThis.openWorker = async (implementation, shape) => {
  const worker =
    implementation === 'peer-genai'
      ? new Worker(new URL('./peerWorker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module' });
  globalThis.askWorker = (asked) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answered>) =>
        'failed' in data ? reject(new Error(data.failed)) : resolve(data.answer);
      worker.onerror = ({ message }) => reject(new Error(`the worker failed: ${message}`));
      worker.postMessage(asked);
    });
  await globalThis.askWorker({ name: 'open', question: { implementation, shape } });
};
