import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { narrativePlugin } from './scripts/narrativePlugin';

export default defineConfig({
  base: './',
  plugins: [narrativePlugin(), react()],
  worker: {
    format: 'es',
    // TensorFlow.js repeats its licence in every module: public/licenses.txt carries it once.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  build: { target: 'es2022' },
});
