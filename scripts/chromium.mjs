// Finds a Chromium on this machine, and installs one where none is found.
import { accessSync, constants } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** WebGL without a GPU needs SwiftShader; the sandbox is off because CI runs as root. */
export const WEBGL_FLAGS = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the first program by one of these names on PATH, else at one of the fixed places, else undefined. */
export function findProgram(names, fixed) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...fixed];
  return candidates.find(executable);
}

/** The path of a Chromium: CHROMIUM_PATH, one on PATH, one at a usual place, or undefined (Playwright's own). */
export function findChromium() {
  return process.env.CHROMIUM_PATH ?? findProgram(NAMES, FIXED);
}

/** Makes sure a Chromium is there: by apt as root, else Playwright's own download. */
export function ensureChromium() {
  if (findChromium()) return;
  const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (process.getuid?.() === 0 && run('sh', ['-c', 'command -v apt-get >/dev/null'])) {
    console.log('No Chromium found: installing it with apt.');
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) return;
  }
  console.log("No Chromium found: installing Playwright's.");
  if (!run('npx', ['playwright', 'install', 'chromium'])) {
    throw new Error('No Chromium: install one and set CHROMIUM_PATH to its executable.');
  }
}
