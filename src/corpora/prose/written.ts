/** Prose written by hand for this corpus: fables, tales, dialogues, letters and pages that explain things. */
import { createRandom, type Random } from '../../engine/random';
import dialogues from './written/dialogues.txt?raw';
import encyclopedia from './written/encyclopedia.txt?raw';
import fables from './written/fables.txt?raw';
import howThingsWork from './written/howThingsWork.txt?raw';
import letters from './written/letters.txt?raw';
import tales from './written/tales.txt?raw';

/** Share of the paragraphs that no run reads. */
const VAL_SHARE = 0.1;

const paragraphsOf = (file: string): string[] => file.trim().split(/\n\s*\n/);

const PARAGRAPHS = [fables, tales, dialogues, letters, encyclopedia, howThingsWork].flatMap(paragraphsOf);

/** Held out by what it says: the same in every run, and unchanged when other paragraphs join. */
const isHeldOut = (paragraph: string): boolean => createRandom(paragraph).next() < VAL_SHARE;

/** The paragraphs of a split, each a document of its own; no paragraph is in both. */
export function writtenParagraphs(split: 'train' | 'val'): readonly string[] {
  return PARAGRAPHS.filter((paragraph) => isHeldOut(paragraph) === (split === 'val'));
}

/** Paragraphs without end: every one comes up once, in a drawn order, before any comes up again. */
export function* writtenDocuments(
  random: Random,
  split: 'train' | 'val',
): Generator<string, never, undefined> {
  const paragraphs = writtenParagraphs(split);
  for (;;) yield* random.shuffle(paragraphs);
}
