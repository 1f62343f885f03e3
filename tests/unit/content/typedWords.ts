import { relative } from 'node:path';
import ts from 'typescript';

/** Attributes of our parts and of HTML whose text a reader sees or hears. */
const SEEN =
  /^(?:label|title|hint|caption|kicker|placeholder|alt|summary|emptyText|unit|aria-(?:label|description|valuetext))$/;

const HAS_WORD = /\p{L}{2,}/u;
/** Three words that begin like a sentence: no key, no class name, no code. */
const SENTENCE = /^\s?[A-Z][a-z]*,? \S+ \S+/;

/** Rooms whose errors are told to the reader, whatever they are called. */
const TOLD = /^(?:share|storage|store|workers)\//;
/** Errors that are made to be told. */
const MADE_TO_BE_TOLD = /^(?:SessionFailure|StorageError)$/;
/** How an error begins that only a mistake of ours can throw. */
const OURS = /^Expected\b/;

/** True for what only we read: the message of an error that is thrown, but where errors are told to the reader. */
function isForUs(node: ts.Node, words: string, isTold: boolean): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isNewExpression(at)) {
      const name = at.expression.getText();
      if (MADE_TO_BE_TOLD.test(name)) return false;
      if (name.endsWith('Error')) return !isTold || OURS.test(words);
    }
    if (ts.isThrowStatement(at)) return !isTold;
  }
  return false;
}

function typedIn(node: ts.Node, isTold: boolean): string | null {
  if (ts.isJsxText(node)) return HAS_WORD.test(node.text) ? node.text.trim() : null;
  if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer))
    return SEEN.test(node.name.getText()) && HAS_WORD.test(node.initializer.text)
      ? node.initializer.text
      : null;
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node))
    return SENTENCE.test(node.text) && !isForUs(node, node.text, isTold) ? node.text : null;
  return null;
}

/** Words for the reader that stand in code instead of a file of words, as `path: words`. */
export function typedWords(path: string, source: string): readonly string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const place = relative('src', path);
  const isTold = TOLD.test(place);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const words = typedIn(node, isTold);
    if (words !== null) found.push(`${place}: ${words}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
