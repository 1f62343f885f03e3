import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Every package that may reach the reader: the declared dependencies and what they depend on. */
function shippedPackages(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (name: string): void => {
    const folder = join(root, 'node_modules', name);
    if (found.has(name) || !existsSync(folder)) return;
    found.set(name, folder);
    Object.keys(manifestOf(folder).dependencies ?? {}).forEach(visit);
  };
  Object.keys(manifestOf(root).dependencies ?? {}).forEach(visit);
  return found;
}

/** The notice of a package: its own licence file, or the name of its licence where it brings none. */
function noticeOf(folder: string): string {
  const { name, version, license = 'see its repository' } = manifestOf(folder);
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}`;
}

/** Writes `licenses.txt` beside the page: minified code carries no notices of its own. */
export function licensesPlugin(): Plugin {
  return {
    name: 'licenses',
    apply: 'build',
    generateBundle() {
      const notices = [...shippedPackages(process.cwd()).values()].sort().map(noticeOf);
      this.emitFile({
        type: 'asset',
        fileName: 'licenses.txt',
        source: notices.join(`\n\n${'-'.repeat(80)}\n\n`),
      });
    },
  };
}
