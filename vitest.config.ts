import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { narrativePlugin } from './scripts/narrativePlugin.ts';
import { pythonWorkerPlugin } from './scripts/pythonWorkerPlugin.ts';
import { findChromium, WEBGL_FLAGS } from './scripts/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [narrativePlugin()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{unit,architecture,golden,reference,fuzz}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [narrativePlugin(), pythonWorkerPlugin()],
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-core/dist/register_all_gradients',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-cpu',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: WEBGL_FLAGS, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
