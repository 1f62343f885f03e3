import { defineConfig } from 'vite';
import { narrativePlugin } from './narrativePlugin.ts';

/** How scripts are bundled for Node. */
export default defineConfig({
  publicDir: false,
  plugins: [narrativePlugin()],
  // TensorFlow.js' modules import each other without file extensions: Node refuses what Vite resolves.
  ssr: { noExternal: [/^@tensorflow\//] },
  resolve: { mainFields: ['module', 'main'] },
});
