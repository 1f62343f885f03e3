/** The training worker: wires the session to the port, the clock and the graphics processor of this thread. */
import type { FromWorker } from '../../protocol/training';
import { createBackendChooser } from './backend';
import { createMessageYield } from './messageYield';
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
  chooseBackend: createBackendChooser({ createCanvas: () => new OffscreenCanvas(1, 1) }),
});

self.onmessage = (message: MessageEvent<unknown>) => {
  session.receive(message.data);
};
