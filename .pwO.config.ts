import { defineConfig } from '@playwright/test';
import { findChromium, WEBGL_FLAGS } from '/work/main/scripts/chromium.mjs';

const PORT = 4397;
const executablePath = findChromium();

/** The built app under a sub-path, as a static host would serve it. */
export default defineConfig({
  testDir: '/work/main/tests/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 400_000,
  outputDir: '/tmp/results-offline',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/a/sub/path/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: WEBGL_FLAGS, ...(executablePath ? { executablePath } : {}) },
    // A trace records every frame, and drawing is software here: it would slow what it watches several times.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    cwd: '/work/main',
    command: `npx vite preview --base /a/sub/path/ --host 127.0.0.1 --port ${PORT} --strictPort --outDir /tmp/dist-offline`,
    url: `http://127.0.0.1:${PORT}/a/sub/path/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
