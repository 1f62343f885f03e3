/** The grid "characters": {count, remove, keep} x {vowels, digits, spaces, capitals, small letters}. */
import { compute, lookUp } from '../phrases';
import { defineTask, type Task } from '../task';

interface CharacterClass {
  readonly id: string;
  readonly words: string;
  readonly singular: string;
  readonly python: string;
  readonly pythonNot: string;
  readonly pattern: RegExp;
}

type Action = 'count' | 'remove' | 'keep';

const CLASSES: readonly CharacterClass[] = [
  {
    id: 'vowels',
    words: 'vowels',
    singular: 'vowel',
    python: '$ch in "aeiouAEIOU"',
    pythonNot: '$ch not in "aeiouAEIOU"',
    pattern: /[aeiou]/i,
  },
  {
    id: 'digits',
    words: 'digits',
    singular: 'digit',
    python: '$ch.isdigit()',
    pythonNot: 'not $ch.isdigit()',
    pattern: /[0-9]/,
  },
  {
    id: 'spaces',
    words: 'spaces',
    singular: 'space',
    python: '$ch == " "',
    pythonNot: '$ch != " "',
    pattern: / /,
  },
  {
    id: 'capitals',
    words: 'capital letters',
    singular: 'capital letter',
    python: '$ch.isupper()',
    pythonNot: 'not $ch.isupper()',
    pattern: /[A-Z]/,
  },
  {
    id: 'lowercase',
    words: 'lowercase letters',
    singular: 'lowercase letter',
    python: '$ch.islower()',
    pythonNot: 'not $ch.islower()',
    pattern: /[a-z]/,
  },
];

const ACTIONS: readonly Action[] = ['count', 'remove', 'keep'];

const TEXTS = [
  'hello',
  '',
  'A1 b2',
  'Ole ate 10 Apples',
  'XYZ',
  'two  words',
  '2024',
  'Up and Down',
  'AEIOU aeiou',
  ' ',
  'zZ',
  '7',
];

function commentsOf(action: Action, kind: CharacterClass): string[] {
  switch (action) {
    case 'count':
      return [
        `count the ${kind.words} in $a`,
        `count how many ${kind.words} are in $a`,
        ...compute(`the number of ${kind.words} in $a`),
      ];
    case 'remove':
      return [
        `remove the ${kind.words} from $a`,
        `drop the ${kind.words} from $a`,
        `delete every ${kind.singular} from $a`,
        ...lookUp(`$a without the ${kind.words}`),
      ];
    case 'keep':
      return [
        `keep only the ${kind.words} of $a`,
        `keep the ${kind.words} in $a`,
        ...lookUp(`only the ${kind.words} of $a`, `the ${kind.words} in $a`),
      ];
  }
}

function bodiesOf(action: Action, kind: CharacterClass): string[][] {
  if (action === 'count') {
    return [
      [`return sum(1 for $ch in $a if ${kind.python})`],
      ['$count = 0', 'for $ch in $a:', `    if ${kind.python}:`, '        $count += 1', 'return $count'],
    ];
  }
  const condition = action === 'keep' ? kind.python : kind.pythonNot;
  return [
    [`return "".join($ch for $ch in $a if ${condition})`],
    ['$result = ""', 'for $ch in $a:', `    if ${condition}:`, '        $result += $ch', 'return $result'],
  ];
}

function examplesOf(action: Action, kind: CharacterClass): string {
  return TEXTS.map((text) => {
    const inside = [...text].filter((character) => kind.pattern.test(character));
    const outside = [...text].filter((character) => !kind.pattern.test(character));
    const kept = `"${(action === 'keep' ? inside : outside).join('')}"`;
    return `"${text}" -> ${action === 'count' ? inside.length : kept}`;
  }).join('; ');
}

const NAMES: Record<Action, (kind: string) => [string, ...string[]]> = {
  count: (kind) => [`count_${kind}`, `number_of_${kind}`, `${kind}_count`],
  remove: (kind) => [`remove_${kind}`, `without_${kind}`, `drop_${kind}`],
  keep: (kind) => [`keep_${kind}`, `only_${kind}`],
};

export const CHARACTER_TASKS: readonly Task[] = ACTIONS.flatMap((action) =>
  CLASSES.map((kind) =>
    defineTask({
      id: `${action}/${kind.id}`,
      group: 'characters',
      weight: action === 'count' && kind.id === 'vowels' ? 3 : 1,
      components: [action, kind.id],
      args: ['text'],
      names: NAMES[action](kind.id),
      comments: commentsOf(action, kind),
      bodies: bodiesOf(action, kind),
      examples: examplesOf(action, kind),
    }),
  ),
);
