/**
 * Whether a story holds together: once its words are right, this is what a model learns next.
 *
 * Two things can be checked without understanding a story. A pronoun agrees with the only gender that was named
 * before it. And what is called "the kite" was introduced before, as in "a red kite".
 *
 * What is not checked, because a good story may do it: a pronoun before anybody is named, or when girls and boys were
 * both named; "his kite", which introduces the kite itself; "the box of Mia"; the letter, which words have too. So
 * where girls and boys meet or a mother comes along, little is checked. Fables, which begin with "the fox" and call
 * her "she", are judged too strictly; the grammar writes none.
 */
import { ANIMALS, BOYS, GIRLS, LOOKS, MOODS, OBJECTS, TOYS } from './words';

/** How often something could be checked, and how often it was right. */
export interface Checks {
  readonly checked: number;
  readonly right: number;
}

export interface Coherence {
  /** Pronouns, and "boy" or "girl" beside a name. */
  readonly pronouns: Checks;
  /** Objects, toys and animals after "the". */
  readonly things: Checks;
}

/** Stories that are written again and again to see how well they hold together, each from a seed of its own. */
export const STORY_PROMPTS: readonly { readonly prompt: string; readonly seed: number }[] = Array.from(
  { length: 4 },
  (_, round) =>
    ['Once upon a time', 'In the spring', 'One winter day', 'On a sunny'].map((prompt, i) => ({
      prompt,
      seed: 4 * round + i,
    })),
).flat();

/** Long enough for most stories of the grammar, warm enough for sixteen different ones. */
export const STORY_SETTINGS = { temperature: 0.8, topK: 0, topP: 1, maxNewTokens: 72 } as const;

/** Fewer checks than this say nothing: a model whose words are not right yet writes hardly a pronoun. */
export const MIN_CHECKS = 8;

type Gender = 'girl' | 'boy';

const everyIs = (gender: Gender, words: readonly string[]) =>
  words.map((word): [string, Gender] => [word, gender]);

const NAMES = new Map([...everyIs('girl', GIRLS), ...everyIs('boy', BOYS)]);
const PEOPLE = new Map([
  ...everyIs('girl', ['girl', 'mother', 'grandmother', 'sister', 'aunt', 'woman', 'queen']),
  ...everyIs('boy', ['boy', 'father', 'grandfather', 'brother', 'uncle', 'man', 'king']),
]);
const PRONOUNS = new Map([...everyIs('girl', ['she', 'her']), ...everyIs('boy', ['he', 'him', 'his'])]);

const THINGS = new Set([...OBJECTS, ...TOYS, ...ANIMALS].filter((thing) => thing !== 'letter'));
const ADJECTIVES = new Set([...LOOKS, ...MOODS]);

/** "a boy named Leo" and "Leo was a brave boy": the word beside a name, and the name. */
const NAMED_CHILD = /\b(?<child>boy|girl) named (?<name>[A-Z][a-z]+)\b/g;
const CHILD_OF_NAME = /\b(?<name>[A-Z][a-z]+) was an? (?:[a-z]+ )?(?<child>boy|girl)\b/g;

interface Word {
  readonly text: string;
  readonly start: number;
}

/** A word that the end of the text may have cut is left out. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[A-Za-z]+(?:'[a-z]+)*/g)]
    .filter(({ 0: word, index }) => index + word.length < text.length)
    .map(({ 0: word, index }) => ({ text: word, start: index }));
}

function counted(verdicts: readonly boolean[]): Checks {
  return { checked: verdicts.length, right: verdicts.filter(Boolean).length };
}

/** What was said of children beside their names, by the place of the word "boy" or "girl". */
function childrenOf(text: string): Map<number, boolean> {
  const children = new Map<number, boolean>();
  for (const pattern of [NAMED_CHILD, CHILD_OF_NAME]) {
    for (const { 0: found, index, groups = {} } of text.matchAll(pattern)) {
      const { child = '', name = '' } = groups;
      const gender = NAMES.get(name);
      if (gender) children.set(index + found.lastIndexOf(child), gender === child);
    }
  }
  return children;
}

function pronounsOf(text: string, words: readonly Word[]): Checks {
  const children = childrenOf(text);
  const named = new Set<Gender>();
  const verdicts: boolean[] = [];
  for (const { text: word, start } of words) {
    const agrees = children.get(start);
    if (agrees !== undefined) {
      verdicts.push(agrees);
      continue;
    }
    const pronoun = PRONOUNS.get(word.toLowerCase());
    if (pronoun && named.size === 1) verdicts.push(named.has(pronoun));
    const person = NAMES.get(word) ?? PEOPLE.get(word.toLowerCase());
    if (person) named.add(person);
  }
  return counted(verdicts);
}

function thingsOf(words: readonly Word[]): Checks {
  const introduced = new Set<string>();
  const verdicts: boolean[] = [];
  const lower = words.map((word) => word.text.toLowerCase());
  for (const [i, thing] of lower.entries()) {
    if (!THINGS.has(thing) || lower[i + 1] === 'of') continue;
    const before = lower.slice(0, i).findLast((word) => !ADJECTIVES.has(word));
    if (before === 'the') verdicts.push(introduced.has(thing));
    else introduced.add(thing);
  }
  return counted(verdicts);
}

/** How well a story holds together. Its end may be cut off. */
export function coherenceOf(text: string): Coherence {
  const words = wordsOf(text);
  return { pronouns: pronounsOf(text, words), things: thingsOf(words) };
}
