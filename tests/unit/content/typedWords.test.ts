import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typedWords } from './typedWords';
import { sourcesLike } from './wordFiles';

/** Files that hold words all the same, and why. */
const HOLDERS: Readonly<Record<string, string>> = {
  'workers/training/proseMaterial.ts': 'how samples begin, which the model goes on writing',
  'stages/10-tokenize/examples.ts': 'texts to cut into tokens',
  'stages/50-evaluate/PassRates.tsx': 'the name pass@k',
};

describe('words for the reader', () => {
  it('stand in files of words, not in code', () => {
    const sources = sourcesLike(/^(ui|stages|app|store|content|share|storage|workers\/training)\/.*\.tsx?$/);
    expect(sources.length).toBeGreaterThan(200);
    const found = sources.flatMap((path) => typedWords(path, readFileSync(path, 'utf8')));
    const holders = new Set(found.map((words) => words.split(': ')[0] ?? ''));
    expect(found.filter((words) => !((words.split(': ')[0] ?? '') in HOLDERS))).toEqual([]);
    expect([...holders].sort()).toEqual(Object.keys(HOLDERS).sort());
  });

  it.each([
    ['text of an element', '<p>Hello</p>', 1],
    ['a label', '<Field label="Steps" />', 1],
    ['a sentence', "notify('The run is over.')", 1],
    ['the beginning of a sentence', '`The run is at ${step}`', 1],
    ['a class name', '<p className="wide note">{words}</p>', 0],
    ['a key', "text(words, 'run.over')", 0],
    ['an error', "() => { throw new Error('Expected a run, got none'); }", 0],
    ['a sign', '<span>·</span>', 0],
  ])('are found in code: %s', (_, source, count) => {
    expect(typedWords('src/x.tsx', `export const x = ${source};`)).toHaveLength(count);
  });
});
