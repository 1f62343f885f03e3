/** Bundles TypeScript for Node, which runs none. */
import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';

const OUT = resolve('.cache/scripts');

/** How scripts are bundled. */
export const FOR_NODE: InlineConfig = { configFile: resolve('scripts/node.config.ts'), logLevel: 'error' };

/** Writes a script with all it imports to one file. @returns its path */
export async function bundleForNode(entry: string, name: string): Promise<string> {
  await build({
    ...FOR_NODE,
    build: {
      ssr: resolve(entry),
      outDir: OUT,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(OUT, name);
}
