import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { licensesPlugin } from './scripts/licensesPlugin.ts';
import { narrativePlugin } from './scripts/narrativePlugin.ts';
import { offlinePlugin } from './scripts/offlinePlugin.ts';
import { policyPlugin } from './scripts/policyPlugin.ts';
import { pythonWorkerPlugin } from './scripts/pythonWorkerPlugin.ts';

export default defineConfig({
  base: './',
  plugins: [
    narrativePlugin(),
    pythonWorkerPlugin(),
    react(),
    licensesPlugin(),
    policyPlugin(),
    offlinePlugin(),
  ],
  worker: {
    format: 'es',
    plugins: () => [narrativePlugin()],
    // TensorFlow.js repeats its licence in every module: licenses.txt carries it once.
    rolldownOptions: {
      output: { comments: { legal: false }, chunkFileNames: 'assets/worker-[name]-[hash].js' },
    },
  },
  build: {
    target: 'es2022',
    // The lesson, what its speaker looks at, and what its teacher reads before.
    rolldownOptions: { input: ['index.html', 'speaker.html', 'teach.html'] },
  },
});
