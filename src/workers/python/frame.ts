/** The frame of opaque origin in which the sandbox's workers live. */
import { BOOT_SCRIPT } from './bootScript';

/** What the frame needs, fetched by the page: an opaque origin can fetch nothing, least of all offline. */
export interface SandboxParts {
  /** The worker, as one classic script. */
  readonly code: string;
  /** MicroPython's WebAssembly. */
  readonly wasm: ArrayBuffer;
}

/** A worker of the frame, at the other end of a port. */
export interface SandboxWorker {
  readonly port: MessagePort;
  kill(): void;
}

export interface SandboxFrame {
  open(): SandboxWorker;
  remove(): void;
}

/** No connection, no image, no style: only this script, and workers made of text it was given. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'";

/** Adds the frame to the page, unseen. */
export async function openFrame(parts: SandboxParts): Promise<SandboxFrame> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${BOOT_SCRIPT}</script>`;
  frame.hidden = true;
  frame.title = 'Python';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const post = (message: unknown, transfer: Transferable[] = []): void =>
    frame.contentWindow?.postMessage(message, '*', transfer);
  post({ type: 'boot', ...parts });
  let opened = 0;
  return {
    open() {
      const worker = opened++;
      const { port1, port2 } = new MessageChannel();
      post({ type: 'open', worker }, [port2]);
      return {
        port: port1,
        kill() {
          port1.close();
          post({ type: 'kill', worker });
        },
      };
    },
    remove: () => frame.remove(),
  };
}
