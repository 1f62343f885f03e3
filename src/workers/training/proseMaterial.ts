import { proseLexicon } from '../../corpora/prose/lexicon';
import { proseDocuments } from '../../corpora/prose/stories';
import { splitOwnText } from '../../engine/data/split';
import { lexiconOf } from '../../engine/evaluate/realWords';
import type { Random } from '../../engine/random';
import type { CorpusRecipe } from '../../protocol/training';
import { countingTexts, requireText, type DocumentsOf, type Material } from './material';

/** A corpus of prose: what pretraining reads, and what fine-tuning repeats and may forget. */
export type ProseRecipe = Extract<CorpusRecipe, { kind: 'stories' | 'ownText' }>;

/** The most characters of own text encoded at once, so that no step has to wait for megabytes. */
const PIECE_LENGTH = 100_000;
const VAL_FRACTION = 0.1;
/** Ways in which stories begin; each run keeps to one, so that its samples can be compared. */
const STORY_OPENERS = ['Once upon a time', 'In the spring', 'One winter day', 'On a sunny'] as const;
const OWN_OPENER_WORDS = 3;
const OWN_OPENER_LENGTH = 60;

/** True when a corpus is prose. */
export function isProse(corpus: CorpusRecipe): corpus is ProseRecipe {
  return corpus.kind === 'stories' || corpus.kind === 'ownText';
}

/**
 * Generated stories or a reader's text, with the part that is held out.
 * @throws SessionFailure badCorpus when the text is blank
 */
export function proseMaterial(recipe: ProseRecipe, random: Random): Material {
  return recipe.kind === 'stories' ? storyMaterial(random) : ownTextMaterial(recipe.text, random);
}

function storyMaterial(random: Random): Material {
  const documentsOf: DocumentsOf = (chunk) =>
    proseDocuments({ seed: random.fork(chunk).path, split: 'train' });
  // The same for every run, so that runs can be compared.
  const valDocuments = (): Iterable<string> => proseDocuments({ seed: 'val', split: 'val' });
  return {
    documentsOf,
    valDocuments,
    baselineTexts: () => countingTexts(documentsOf, valDocuments),
    samplePrompt: random.fork('opener').pick(STORY_OPENERS),
    lexicon: proseLexicon,
  };
}

function ownTextMaterial(text: string, random: Random): Material {
  requireText([text], 'noText');
  const { train, val } = splitOwnText(text, VAL_FRACTION);
  const pieces = piecesOf(train);
  // Every piece comes up once before any comes up again, in a new order each time.
  const documentsOf: DocumentsOf = (chunk) => {
    const order = random.fork(Math.floor(chunk / pieces.length)).shuffle(pieces);
    const position = chunk % pieces.length;
    return order.slice(position, position + 1);
  };
  const valDocuments = (): Iterable<string> => piecesOf(val);
  let lexicon: ReadonlySet<string> | null = null;
  return {
    documentsOf,
    valDocuments,
    baselineTexts: () => countingTexts(documentsOf, valDocuments),
    samplePrompt: firstWords(train),
    lexicon: () => (lexicon ??= lexiconOf(pieces)),
  };
}

/** Cuts a text at line ends into pieces of nearly equal length; blank ones are left out. */
function piecesOf(text: string): string[] {
  const length = Math.ceil(text.length / Math.ceil(text.length / PIECE_LENGTH));
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const wished = start + length;
    const lineEnd = text.indexOf('\n', wished - 1);
    const isNear = lineEnd >= 0 && lineEnd < wished + length / 4;
    const end = isNear ? lineEnd + 1 : wholeCharacter(text, wished);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** Moves a cut out of the middle of a surrogate pair. */
function wholeCharacter(text: string, cut: number): number {
  const before = text.charCodeAt(cut - 1);
  return before >= 0xd800 && before <= 0xdbff ? cut + 1 : cut;
}

function firstWords(text: string): string {
  return text.trim().slice(0, OWN_OPENER_LENGTH).split(/\s+/).slice(0, OWN_OPENER_WORDS).join(' ');
}
