import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typedWords } from './typedWords';
import { sourcesLike } from './wordFiles';

/** All but the engine, which the reader never hears, and the corpora's texts, which the model reads. */
const COVERED =
  /^(ui|stages|app|store|content|share|storage|offline|protocol|workers|corpora\/code)\/.*\.tsx?$/;

/** Files that hold words all the same, and why. */
const HOLDERS: Readonly<Record<string, string>> = {
  'corpora/code/grids/characters.ts': 'texts that programs are tested on',
  'corpora/code/plain/numbers.ts': 'what a program is to write',
  'workers/python/rewrite/expressions.ts': 'what Python says',
  'workers/python/rewrite/simpleStatements.ts': 'what Python says',
  'workers/python/rewrite/tokenReader.ts': 'the words of Python',
  'workers/training/proseMaterial.ts': 'how samples begin, which the model goes on writing',
  'stages/10-tokenize/examples.ts': 'texts to cut into tokens',
  'stages/50-evaluate/PassRates.tsx': 'the name pass@k',
};

describe('words for the reader', () => {
  it('stand in files of words, not in code', () => {
    const sources = sourcesLike(COVERED);
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
    ['a sentence that begins with a letter', "notify('A run needs a text.')", 1],
  ])('are found in code: %s', (_, source, count) => {
    expect(typedWords('src/x.tsx', `export const x = ${source};`)).toHaveLength(count);
  });

  it.each([
    ['a failure of a session', "throw new SessionFailure('badCorpus', 'There is no text.')", 1],
    ['one that is not thrown at once', "reject(new SessionFailure('badCorpus', 'There is no text.'))", 1],
    ['an error of storage', "throw new StorageError('There is no room.')", 1],
    ['any error that is told', "throw new Error('There is no text.')", 1],
    ['one made elsewhere', "throw failureOf('There is no text.')", 1],
    ['a mistake of ours', "throw new Error('Expected a run, got none')", 0],
    ['a key', "throw new SessionFailure('badCorpus', text(words, 'noText'))", 0],
  ])('are found in errors that are told to the reader: %s', (_, source, count) => {
    for (const room of ['share', 'storage', 'store', 'workers/training'])
      expect(typedWords(`src/${room}/x.ts`, `export const x = () => { ${source}; };`)).toHaveLength(count);
  });
});
