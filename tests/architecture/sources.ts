import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './check';

export const ROOT = join(import.meta.dirname, '..', '..');

/** All TypeScript below src; AssemblyScript (`*.assembly.ts`) only looks like it. */
export function sourceFiles(): SourceFile[] {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(d|assembly)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(src, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** Paths from the project's root of all files below a folder whose name matches. */
export function allFiles(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
