import { createDevice, type Device } from '../offline/device';

/** What this browser keeps of the app. The development server has no service worker, and gets none. */
function openDevice(): Device {
  return createDevice({
    container:
      import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in window
        ? navigator.serviceWorker
        : undefined,
    openCache: (name) => caches.open(name),
    fetchFile: (url, init) => fetch(url, init),
    persist: () => navigator.storage.persist(),
    persisted: () => navigator.storage.persisted(),
    reload: () => window.location.reload(),
    workerUrl: new URL('sw.js', document.baseURI).href,
  });
}

export const device = openDevice();
