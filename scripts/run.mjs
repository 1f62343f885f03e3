// Bundles a TypeScript script for Node with Vite, then runs it: node scripts/run.mjs scripts/bake.ts [arguments]
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.mjs FILE [arguments]');

const outDir = resolve('.cache/scripts');
const name = `${basename(file, '.ts')}.mjs`;
await build({
  configFile: resolve('scripts/node.config.ts'),
  logLevel: 'error',
  build: {
    ssr: resolve(file),
    outDir,
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      output: {
        entryFileNames: name,
        banner:
          "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);\nconst __dirname = import.meta.dirname;\nconst __filename = import.meta.filename;",
      },
    },
  },
});
const module = await import(pathToFileURL(resolve(outDir, name)).href);
await module.main?.(rest);
