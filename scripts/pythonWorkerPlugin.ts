import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const ID = 'virtual:python-worker';
const WORKER = resolve('src/workers/python/worker.ts');

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: WORKER, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the Python worker gave no script');
  return chunk.code;
}

/**
 * Bundles the worker of the Python sandbox to one classic script and hands it to the page as text: a frame of opaque
 * origin can load no script by address, so the page posts it the text.
 */
export function pythonWorkerPlugin(): Plugin {
  let code: Promise<string> | null = null;
  return {
    name: 'python-worker',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    async load(id) {
      if (id !== `\0${ID}`) return null;
      return `export default ${JSON.stringify(await (code ??= bundle()))};`;
    },
    hotUpdate({ file }) {
      if (file.includes('/workers/python/')) code = null;
    },
  };
}
