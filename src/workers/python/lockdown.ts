/** Takes from a worker what reaches beyond it. */

const REACHING = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'indexedDB',
  'caches',
  'importScripts',
  'BroadcastChannel',
  'SharedWorker',
  'Worker',
  'Notification',
  'cookieStore',
  'navigator',
  'postMessage',
  'close',
  'eval',
  'Function',
];

/** Deletes them from the global object and everything it inherits from; what cannot be deleted is hidden. */
export function lockDown(scope: object): void {
  for (
    let at: object | null = scope;
    at !== null && at !== Object.prototype;
    at = Reflect.getPrototypeOf(at)
  ) {
    for (const name of REACHING) {
      if (!Object.hasOwn(at, name)) continue;
      if (!Reflect.deleteProperty(at, name))
        Reflect.defineProperty(at, name, { value: undefined, writable: false, configurable: false });
    }
  }
}
