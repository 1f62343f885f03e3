import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './sources';

describe('the sources', () => {
  const files = sourceFiles().map((file) => ({ ...file, lines: file.text.split('\n').length }));

  it('have no file over 350 lines', () => {
    expect(files.filter((file) => file.lines > 350).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('have a median of at most 110 lines', () => {
    const sorted = files.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(110);
  });

  it('have no file named for nothing in particular', () => {
    const names = files.map((file) => file.path);
    expect(names.filter((name) => /(^|\/)(utils?|helpers?|misc|common|index)\.tsx?$/.test(name))).toEqual([]);
  });
});

describe('the packages', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const listed = (field: string): Record<string, string> => {
    const value = (manifest as Record<string, unknown>)[field];
    return value as Record<string, string>;
  };
  const all = { ...listed('dependencies'), ...listed('devDependencies') };

  it('are pinned to exact versions', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('each have a reason in docs/dependencies.md', () => {
    const text = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
    expect(Object.keys(all).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('are locked without download addresses', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
