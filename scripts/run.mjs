// Runs a TypeScript script with Vite's own module runner: node scripts/run.mjs scripts/bake.ts [arguments]
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.mjs FILE [arguments]');
process.argv = [process.argv[0], resolve(file), ...rest];
const { module } = await runnerImport(resolve(file), { configFile: false });
await module.main?.(rest);
