/**
 * The script of the sandbox's frame, as text: the page's policy names its hash, so it is the only one that runs there.
 * It receives the worker's code and the interpreter once, and then opens and kills workers on request; it never
 * reads what they say, for each has a port to the page.
 */
export const BOOT_SCRIPT = `
let url, module;
const workers = new Map();
addEventListener('message', async ({ source, data, ports }) => {
  if (source !== parent) return;
  if (data.type === 'boot') {
    url = URL.createObjectURL(new Blob([data.code], { type: 'text/javascript' }));
    module = WebAssembly.compile(data.wasm);
  } else if (data.type === 'open') {
    const worker = new Worker(url);
    workers.set(data.worker, worker);
    worker.postMessage(await module, [ports[0]]);
  } else if (data.type === 'kill') {
    workers.get(data.worker)?.terminate();
    workers.delete(data.worker);
  }
});
`;
