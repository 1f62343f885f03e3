import { defineConfig } from '@playwright/test';
import { findChromium, WEBGL_FLAGS } from './scripts/chromium.mjs';

const PORT = 4178;
const executablePath = findChromium();

/** The built app under a sub-path, as a static host would serve it. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 400_000,
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/outlines/{arg}{ext}',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/a/sub/path/`,
    viewport: { width: 1440, height: 900 },
    // What a service worker answers no test can hold or change; tests/e2e/offline.spec.ts lets them in.
    serviceWorkers: 'block',
    launchOptions: { args: WEBGL_FLAGS, ...(executablePath ? { executablePath } : {}) },
    // A trace records every frame, and drawing is software here: it would slow what it watches several times.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `npx vite preview --base /a/sub/path/ --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/a/sub/path/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
