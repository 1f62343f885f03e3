/** The grid "words": {count, list} the words {longer, shorter} than k or {starting, ending} with or containing a letter. */
import { countOf, select } from '../phrases';
import { defineTask, type Task } from '../task';

/** `k` is what the request names: a number of letters or one letter. */
interface Trait {
  readonly id: string;
  readonly values: readonly string[];
  readonly phrases: (k: string) => readonly string[];
  readonly name: (k: string) => string;
  readonly python: (k: string) => string;
  readonly holds: (word: string, k: string) => boolean;
}

type Action = 'count' | 'list';

const LENGTHS = ['3', '4', '5', '6', '7'];
const LETTERS = ['a', 'e', 'n', 's', 't'];

const TRAITS: readonly Trait[] = [
  {
    id: 'longer',
    values: LENGTHS,
    phrases: (k) => [`longer than ${k} letters`, `with more than ${k} letters`],
    name: (k) => `longer_than_${k}`,
    python: (k) => `len($w) > ${k}`,
    holds: (word, k) => word.length > Number(k),
  },
  {
    id: 'shorter',
    values: LENGTHS,
    phrases: (k) => [`shorter than ${k} letters`, `with fewer than ${k} letters`],
    name: (k) => `shorter_than_${k}`,
    python: (k) => `len($w) < ${k}`,
    holds: (word, k) => word.length < Number(k),
  },
  {
    id: 'start',
    values: LETTERS,
    phrases: (k) => [`starting with "${k}"`, `that begin with "${k}"`],
    name: (k) => `starting_with_${k}`,
    python: (k) => `$w.startswith("${k}")`,
    holds: (word, k) => word.startsWith(k),
  },
  {
    id: 'end',
    values: LETTERS,
    phrases: (k) => [`ending with "${k}"`, `that end with "${k}"`],
    name: (k) => `ending_with_${k}`,
    python: (k) => `$w.endswith("${k}")`,
    holds: (word, k) => word.endsWith(k),
  },
  {
    id: 'contain',
    values: LETTERS,
    phrases: (k) => [`containing "${k}"`, `that contain "${k}"`],
    name: (k) => `containing_${k}`,
    python: (k) => `"${k}" in $w`,
    holds: (word, k) => word.includes(k),
  },
];

const ACTIONS: readonly Action[] = ['count', 'list'];

const WORD_LISTS: readonly (readonly string[])[] = [
  ['ant', 'tree', 'house', 'garden', 'evening', 'sandwich'],
  [],
  ['nest', 'salt', 'east', 'area'],
  ['banana', 'orange', 'melon', 'plum'],
  ['to', 'be', 'or', 'not', 'to', 'be'],
  ['seven', 'ten', 'nine'],
  ['tennis'],
  ['apples', 'trees', 'sun', 'stones'],
  ['x', 'blue', 'robin', 'yellow', 'morning'],
  ['attention', 'elephant', 'notebook', ''],
  ['animal', 'school', 'music', 'net', 'at'],
  ['nose', 'ear', 'toe', 'eye', 'nail', 'tooth'],
  ['pizza', 'salad', 'banana', 'extra'],
];

function bodiesOf(action: Action, condition: string): string[][] {
  if (action === 'count') {
    return [
      [`return len([$w for $w in $a if ${condition}])`],
      ['$count = 0', 'for $w in $a:', `    if ${condition}:`, '        $count += 1', 'return $count'],
    ];
  }
  return [
    [`return [$w for $w in $a if ${condition}]`],
    ['$result = []', 'for $w in $a:', `    if ${condition}:`, '        $result.append($w)', 'return $result'],
  ];
}

const pythonList = (words: readonly string[]): string => `[${words.map((word) => `"${word}"`).join(', ')}]`;

function examplesOf(action: Action, holds: (word: string) => boolean): string {
  return WORD_LISTS.map((words) => {
    const kept = words.filter(holds);
    return `${pythonList(words)} -> ${action === 'count' ? kept.length : pythonList(kept)}`;
  }).join('; ');
}

export const WORD_TASKS: readonly Task[] = ACTIONS.flatMap((action) =>
  TRAITS.flatMap((trait) =>
    trait.values.map((k) => {
      const words = trait.phrases(k).map((phrase) => `words in $a ${phrase}`);
      const name = trait.name(k);
      return defineTask({
        id: `${action}/${trait.id}/${k}`,
        group: 'words',
        components: [action, trait.id, k],
        args: ['words'],
        names:
          action === 'count' ? [`count_${name}`, `count_words_${name}`] : [`words_${name}`, `list_${name}`],
        comments: action === 'count' ? countOf(...words) : select(...words),
        bodies: bodiesOf(action, trait.python(k)),
        examples: examplesOf(action, (word) => trait.holds(word, k)),
      });
    }),
  ),
);
