/** Fetches the peer that the engine is measured against: one exact package, into .cache, for the benchmark only. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NAME = '@genai-fi/nanogpt';
const VERSION = '1.3.0';
/** Of the package as it was read and measured: another one is refused. */
const INTEGRITY =
  'sha512-exZmEjaE4/cJpQ1jVBVBW9FSvpSFcopwUgmvUoY5W1xvFbVIVhUSmutb+s82q6yVg8QuKQFMNhE9TofE38ZuFQ==';

/**
 * The peer's entry file. It bundles all it needs, TensorFlow.js included, so its dependencies are not installed.
 * @throws Error when the registry gives another package
 */
export function fetchPeer(): string {
  const folder = resolve('.cache/peer', VERSION);
  const entry = join(folder, 'package/dist/main.js');
  if (existsSync(entry)) return entry;
  mkdirSync(folder, { recursive: true });
  const file = execFileSync('npm', ['pack', `${NAME}@${VERSION}`, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  }).trim();
  const archive = join(folder, file);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== INTEGRITY) {
    throw new Error(`expected ${NAME} ${VERSION} with ${INTEGRITY}, got ${integrity}; do not run it`);
  }
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return entry;
}
