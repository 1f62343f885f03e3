import { codeDocuments } from '../../corpora/code/snippets';
import type { Random } from '../../engine/random';
import type { CorpusRecipe } from '../../protocol/training';
import { countingTexts, requireText, type DocumentsOf, type Material } from './material';

/** A corpus of code, for fine-tuning. */
export type CodeRecipe = Extract<CorpusRecipe, { kind: 'snippets' | 'ownSnippets' }>;

/** How often one of the reader's snippets comes up for each time that a given generated one does. */
const OWN_SNIPPET_REPEATS = 8;
/** What the reader's snippets take of a chunk at most, in characters, so that generated ones stay in the mix. */
const OWN_SNIPPETS_LENGTH = 40_000;
const SAMPLE_PROMPT = '# return the factorial of n\ndef factorial(n):';
const OWN_PROMPT_LENGTH = 120;

/**
 * Generated Python functions, a reader's snippets, or both.
 *
 * What is held out is generated in all three cases: a handful of own snippets cannot spare any.
 * @throws SessionFailure badCorpus when there is no snippet
 */
export function codeMaterial(recipe: CodeRecipe, random: Random): Material {
  const generated: DocumentsOf = (chunk) => codeDocuments({ seed: random.fork(chunk).path, split: 'train' });
  if (recipe.kind === 'snippets') return materialOf(generated, SAMPLE_PROMPT);
  const { only } = recipe;
  if (!only && recipe.snippets.every((snippet) => snippet.trim() === ''))
    return materialOf(generated, SAMPLE_PROMPT);
  const snippets = requireText(recipe.snippets, 'noSnippet').map((snippet) => snippet.trimEnd());
  const documentsOf: DocumentsOf = (chunk) => {
    const shuffled = random.fork(`own/${chunk}`).shuffle(snippets);
    return only ? shuffled : chain(repeated(shuffled), generated(chunk));
  };
  return materialOf(documentsOf, only ? headOf(snippets[0] ?? '') : SAMPLE_PROMPT);
}

function materialOf(documentsOf: DocumentsOf, samplePrompt: string): Material {
  const valDocuments = (): Iterable<string> => codeDocuments({ seed: 'val', split: 'val' });
  return {
    documentsOf,
    valDocuments,
    baselineTexts: () => countingTexts(documentsOf, valDocuments),
    samplePrompt,
    lexicon: () => null,
  };
}

/** The beginning of a snippet: up to the end of its first line that opens a block, else its first line. */
function headOf(snippet: string): string {
  const opening = /^[^]*?:[ \t]*(?=\n)/.exec(snippet)?.[0] ?? snippet.split('\n')[0] ?? '';
  return opening.trim().slice(0, OWN_PROMPT_LENGTH);
}

function* repeated(snippets: readonly string[]): Generator<string, void, undefined> {
  let length = 0;
  for (let round = 0; round < OWN_SNIPPET_REPEATS; round++) {
    for (const snippet of snippets) {
      if (length >= OWN_SNIPPETS_LENGTH) return;
      yield snippet;
      length += snippet.length;
    }
  }
}

function* chain(first: Iterable<string>, second: Iterable<string>): Generator<string, void, undefined> {
  yield* first;
  yield* second;
}
