/** The training worker: wires the session to the port, the clock and the graphics processor of this thread. */
import type { FromWorker } from '../../protocol/training';
import { createBackendChooser } from './backend';
import { openGraphics } from './graphics';
import { createMessageYield } from './messageYield';
import { RUNTIMES } from './runtimes';
import { createSession } from './session';

function post(event: FromWorker): void {
  // Checkpoints are made for the page alone: handing over their memory saves copying it.
  const transfer = 'bytes' in event && event.bytes.buffer instanceof ArrayBuffer ? [event.bytes.buffer] : [];
  self.postMessage(event, { transfer });
}

const session = createSession({
  post,
  now: () => performance.now(),
  yieldToMessages: createMessageYield(),
  chooseBackend: createBackendChooser({
    openGraphics: () =>
      typeof OffscreenCanvas === 'undefined' ? null : openGraphics(new OffscreenCanvas(1, 1)),
    runtimes: RUNTIMES,
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    // A built worker has the fingerprint of its text in its address.
    build: self.location.pathname.replace(/.*\//, ''),
  }),
});

self.onmessage = (message: MessageEvent<unknown>) => {
  session.receive(message.data);
};
