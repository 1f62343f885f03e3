import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from './check';
import { sourceFiles } from './sources';

/** The only files of src that may tell the compiler what it cannot know, how often, and why. */
const DOORS: Readonly<Record<string, { readonly casts: number; readonly reason: string }>> = {
  'workers/training/door.ts': {
    casts: 1,
    reason: 'a message becomes a command once its envelope was checked',
  },
  'workers/training/client.ts': {
    casts: 1,
    reason: 'a message becomes an event once its envelope was checked',
  },
  'storage/readStored.ts': { casts: 1, reason: 'a stored status, looked up among the known ones before' },
  'share/fields.ts': { casts: 1, reason: 'the keys of a constant table, which Object.keys gives as strings' },
  'engine/train/checkpoint.ts': { casts: 1, reason: 'what JSON.parse returned is a JSON value' },
  'engine/model/attention.ts': {
    casts: 1,
    reason: 'TensorFlow.js types the parts of a split as tensors of any rank',
  },
  'stages/40-prompt/OutputTokens.tsx': { casts: 1, reason: 'React types no custom properties of CSS' },
};

/** A cast, as `path:line text`. */
interface Cast {
  readonly path: string;
  readonly place: string;
}

/** `values[i] as number`: an index that a loop keeps in range; a check there would cost the loop. */
function isElementAccess({ expression }: ts.AssertionExpression): boolean {
  return ts.isElementAccessExpression(expression);
}

/** Every cast of a file but `as const`; in the engine also but those of an element that an index picks. */
function castsOf({ path, text }: SourceFile): Cast[] {
  const found: Cast[] = [];
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      const isIndexed = path.startsWith('engine/') && isElementAccess(node);
      if (!ts.isConstTypeReference(node.type) && !isIndexed) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ path, place: `${path}:${line + 1} ${node.getText().slice(0, 80)}` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('casts', () => {
  const casts = sourceFiles().flatMap(castsOf);

  it('are made only where data of unknown kind enters', () => {
    expect(casts.filter(({ path }) => !(path in DOORS)).map(({ place }) => place)).toEqual([]);
  });

  it('are as many there as the list says', () => {
    const counted = Object.keys(DOORS).map((path) => [
      path,
      casts.filter((cast) => cast.path === path).length,
    ]);
    expect(counted).toEqual(Object.entries(DOORS).map(([path, door]) => [path, door.casts]));
  });

  it.each([
    ['a plain cast', 'store/x.ts', 'const a = b as string;', 1],
    ['a cast by way of unknown', 'engine/x.ts', 'const a = b as unknown as string;', 2],
    ['a cast in angle brackets', 'engine/x.ts', 'const a = <string>b;', 1],
    ['an element outside the engine', 'store/x.ts', 'const a = b[0] as string;', 1],
    ['an element in the engine', 'engine/x.ts', 'const a = b[i] as number;', 0],
    ['a constant', 'store/x.ts', "const a = ['b'] as const;", 0],
    ['a renamed import', 'store/x.ts', "import { a as b } from './a';", 0],
    ['a comment', 'store/x.ts', '// as string\nexport const a = 1;', 0],
  ])('%s is counted for what it is', (_, path, text, count) => {
    expect(castsOf({ path, text })).toHaveLength(count);
  });
});
