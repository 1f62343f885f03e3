// The programs of tests/golden/python/programs: many small ones in a file, each under a line `#% its name`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const SUITE = 'tests/golden/python';

/** The programs of one file, named `file/name`. */
export function splitPrograms(file, text) {
  return text
    .split(/^#% /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return { name: `${file}/${section.slice(0, end)}`, source: `${section.slice(end + 1).trimEnd()}\n` };
    });
}

/** Every program of the suite, in the order of files and lines. */
export function readPrograms() {
  const folder = join(SUITE, 'programs');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .flatMap((name) => splitPrograms(basename(name, '.py'), readFileSync(join(folder, name), 'utf8')));
}
