import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';
import { PAGE_WORDS } from '../../../scripts/pageWords';
import { sourcesLike } from './wordFiles';

/** One place in the code that shows words. */
export interface WordUse {
  /** `path:line` below src. */
  readonly place: string;
  /** Absolute path of the words. */
  readonly file: string;
  /** The keys it can ask for. */
  readonly keys: RegExp;
  /** False where the code hands in any text: then it can be any key that stands in quotes beside the words. */
  readonly isKnown: boolean;
  /** Names of the values it gives; null when they are not known before it runs. */
  readonly values: ReadonlySet<string> | null;
  /** True where a reader can open the terms in it. */
  readonly isProse: boolean;
  /** True where a number chooses the form. */
  readonly isCounted: boolean;
}

/** How the form of a section that goes with a number ends. */
export const FORM = /\.(?:zero|one|two|few|many|other)$/;

/** Parts that show more sections than the one they are told, by what is added to its key. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  Prose: [''],
  Measured: ['', '.title', '.caption', '.how', '.explanation'],
  MeasuredBand: ['', '.title', '.caption', '.how', '.explanation', '.heading', '.story'],
};
const SHOWN_AS_TEXT = ['.title', '.caption', '.how', '.heading'];

/** Ids that are keys of words stand there too: those of tasks, texts and presets. */
const CORPORA = resolve('src/corpora');

/** A key that is known only when the code runs. */
const ANY = '.+';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a key's expression can be, as the source of a pattern. */
function patternOf(checker: ts.TypeChecker, node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return escaped(node.text);
  if (ts.isConditionalExpression(node))
    return `(?:${patternOf(checker, node.whenTrue)}|${patternOf(checker, node.whenFalse)})`;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (pattern, { expression, literal }) =>
        `${pattern}${patternOf(checker, expression)}${escaped(literal.text)}`,
      escaped(node.head.text),
    );
  const type = checker.getTypeAtLocation(node);
  const types = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
  );
  const literals = types.flatMap((one) =>
    one.isStringLiteral() || one.isNumberLiteral() ? [escaped(String(one.value))] : [],
  );
  if (types.every(({ flags }) => flags & ts.TypeFlags.Number)) return '\\d+';
  return literals.length === types.length ? `(?:${literals.join('|')})` : ANY;
}

/** Names of the properties of a value; null when they are not fixed. */
function namesOf(checker: ts.TypeChecker, node: ts.Expression | undefined): ReadonlySet<string> | null {
  if (!node) return new Set();
  const type = checker.getTypeAtLocation(node);
  const types = type.isUnion() ? type.types : [type];
  if (types.some((one) => one.getStringIndexType())) return null;
  return new Set(types.flatMap((one) => checker.getPropertiesOfType(one).map(({ name }) => name)));
}

/** Path of the words that an identifier was imported from; null for words that were handed in. */
function wordsOf(checker: ts.TypeChecker, node: ts.Expression): string | null {
  const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (!declaration || !ts.isImportClause(declaration)) return null;
  const { moduleSpecifier } = declaration.parent;
  if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.endsWith('.md')) return null;
  return resolve(dirname(declaration.getSourceFile().fileName), moduleSpecifier.text);
}

function expressionOf(element: ts.JsxOpeningLikeElement, name: string): ts.Expression | undefined {
  for (const attribute of element.attributes.properties) {
    if (!ts.isJsxAttribute(attribute) || attribute.name.getText() !== name) continue;
    const { initializer } = attribute;
    if (!initializer) return undefined;
    if (ts.isStringLiteral(initializer)) return initializer;
    return ts.isJsxExpression(initializer) ? initializer.expression : undefined;
  }
  return undefined;
}

interface Shown {
  readonly words: ts.Expression;
  readonly key: ts.Expression;
  readonly values: ts.Expression | undefined;
  /** Name of the part that shows it; null for plain text. */
  readonly part: string | null;
  readonly isCounted: boolean;
}

function shownBy(node: ts.Node): Shown | null {
  const called = ts.isCallExpression(node) ? node.expression.getText() : '';
  if (ts.isCallExpression(node) && /^(?:text|html|counted|countedHtml)$/.test(called)) {
    const isCounted = called.startsWith('counted');
    const [words, key, ...rest] = node.arguments;
    return words && key ? { words, key, values: rest[isCounted ? 1 : 0], part: null, isCounted } : null;
  }
  if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return null;
  const part = node.tagName.getText();
  const [words, key, values] = [
    expressionOf(node, 'of'),
    expressionOf(node, 'at'),
    expressionOf(node, 'values'),
  ];
  const isCounted = expressionOf(node, 'count') !== undefined;
  return part in SUFFIXES && words && key ? { words, key, values, part, isCounted } : null;
}

/** All that stands in quotes in some sources, as a pattern. */
function quotedIn(sources: readonly ts.SourceFile[]): string {
  const quoted = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) quoted.add(node.text);
    ts.forEachChild(node, visit);
  };
  sources.forEach(visit);
  return `(?:${[...quoted].map(escaped).join('|')})`;
}

function usesIn(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  quotedBeside: (file: string) => string,
): WordUse[] {
  const uses: WordUse[] = [];
  const visit = (node: ts.Node): void => {
    const shown = shownBy(node);
    const file = shown && wordsOf(checker, shown.words);
    if (shown && file) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const told = patternOf(checker, shown.key);
      const pattern = told === ANY ? quotedBeside(file) : told;
      const given = namesOf(checker, shown.values);
      const values = given && shown.isCounted ? new Set([...given, 'count']) : given;
      const form = shown.isCounted ? FORM.source : '$';
      for (const suffix of SUFFIXES[shown.part ?? ''] ?? [''])
        uses.push({
          place: `${relative('src', source.fileName)}:${line + 1}`,
          file,
          keys: new RegExp(`^${pattern}${escaped(suffix)}${form}`),
          isKnown: told !== ANY,
          values,
          isProse: shown.part !== null && !SHOWN_AS_TEXT.includes(suffix),
          isCounted: shown.isCounted,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** The places of the pages that the build fills in. */
function usesOfPages(): WordUse[] {
  return ['index.html', 'teach.html', 'speaker.html'].flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\{\{(\w+\.[\w.]+)\}\}/g)].map(([, key = '']) => ({
      place: page,
      file: resolve(PAGE_WORDS),
      keys: new RegExp(`^${escaped(key)}$`),
      isKnown: true,
      values: new Set<string>(),
      isProse: false,
      isCounted: false,
    })),
  );
}

/** Every place in the page's code that shows words, found by the compiler, and in the pages themselves. */
export function wordUses(): readonly WordUse[] {
  const roots = sourcesLike(/^(ui|stages|app|store|content|share|storage|workers\/training)\/.*\.tsx?$/);
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const program = ts.createProgram(roots, { ...options, noEmit: true, incremental: false });
  const checker = program.getTypeChecker();
  const sources = roots.flatMap((path) => program.getSourceFile(path) ?? []);
  const all = program.getSourceFiles();
  const quoted = new Map<string, string>();
  const quotedBeside = (file: string): string => {
    const folder = `${dirname(file)}/`;
    const known =
      quoted.get(folder) ??
      quotedIn(all.filter(({ fileName }) => fileName.startsWith(folder) || fileName.startsWith(CORPORA)));
    quoted.set(folder, known);
    return known;
  };
  return [...usesOfPages(), ...sources.flatMap((source) => usesIn(checker, source, quotedBeside))];
}
