import { posix } from 'node:path';
import ts from 'typescript';
import { FORBIDDEN_WORDS, ROOMS, STAGE_FOLDER, type Room } from './rules';

/** A source file: path below src, with its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  const allTypes = names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly);
  return !clause.name && allTypes === true;
}

/** Every module a file reaches for: static, re-exported, dynamic, and workers opened by URL. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) {
        found.push({ target: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) });
      }
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const literal = node.argument.literal;
      if (ts.isStringLiteral(literal)) found.push({ target: literal.text, typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      // A computed import cannot be checked, so it counts as a package nobody is allowed.
      found.push({
        target: argument && ts.isStringLiteral(argument) ? argument.text : '<computed import>',
        typeOnly: false,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const within = (path: string, prefix: string): boolean =>
  path === prefix || path.startsWith(`${prefix}/`) || path.replace(/\.(tsx?|mjs|css|md)$/, '') === prefix;

/** The room a path below src belongs to: the longest matching prefix. */
export function roomOf(path: string): Room | undefined {
  return ROOMS.filter((room) => within(path, room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

const packageAllowed = (room: Room, name: string): boolean =>
  room.packages.some((allowed) => (allowed.endsWith('/') ? name.startsWith(allowed) : name === allowed));

function checkImport(file: SourceFile, room: Room, { target, typeOnly }: Import): string | null {
  if (!target.startsWith('.')) {
    const name = target.replace(/\?.*$/, '');
    return packageAllowed(room, name)
      ? null
      : `${file.path}: room ${room.path} may not import the package ${target}`;
  }
  const path = posix.normalize(posix.join(posix.dirname(file.path), target.replace(/\?.*$/, '')));
  if (path.startsWith('..')) return `${file.path}: imports ${target}, which lies outside src`;
  const stage = STAGE_FOLDER.exec(file.path)?.[0];
  const otherStage = STAGE_FOLDER.exec(path)?.[0];
  if (otherStage && otherStage !== stage && room.path === 'stages') {
    return `${file.path}: a stage may not import another stage (${path})`;
  }
  const allowed = [...room.ours, ...(typeOnly ? (room.typesOnly ?? []) : [])];
  const sameRoom = roomOf(path) === room;
  return sameRoom || allowed.some((prefix) => within(path, prefix))
    ? null
    : `${file.path}: room ${room.path} may not import ${path}${typeOnly ? '' : ' (at run time)'}`;
}

/** Code without comments and strings, so that a rule about words does not trip over prose. */
function withoutProse(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|\s)\/\/.*$/gm, ' ')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** Every breach of the rules in these files, one sentence each. */
export function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (!room) return [`${file.path}: lies in no room; give it one in tests/architecture/rules.ts`];
    const imports = importsOf(file).map((one) => checkImport(file, room, one));
    const words = FORBIDDEN_WORDS.filter((rule) => rule.rooms.some((name) => within(file.path, name))).map(
      (rule) => {
        const hit = rule.words.exec(withoutProse(file.text));
        return hit ? `${file.path}: room ${room.path} may not use ${hit[0]}` : null;
      },
    );
    return [...imports, ...words].filter((breach): breach is string => breach !== null);
  });
}
