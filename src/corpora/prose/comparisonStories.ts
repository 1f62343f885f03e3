/** Stories in which two things or two numbers are compared: taller, longer, more, fewer, the larger of both. */
import type { Random } from '../../engine/random';
import { enumerate, person, type Lesson } from './numberStories';
import { COUNTED } from './words';

/** What can be measured, with the words that compare it. */
const MEASURED: readonly { readonly one: string; readonly more: string; readonly less: string }[] = [
  { one: 'tower', more: 'taller', less: 'shorter' },
  { one: 'tree', more: 'taller', less: 'shorter' },
  { one: 'wall', more: 'higher', less: 'lower' },
  { one: 'rope', more: 'longer', less: 'shorter' },
  { one: 'ribbon', more: 'longer', less: 'shorter' },
  { one: 'path', more: 'longer', less: 'shorter' },
  { one: 'stone', more: 'heavier', less: 'lighter' },
  { one: 'pumpkin', more: 'heavier', less: 'lighter' },
  { one: 'box', more: 'wider', less: 'narrower' },
  { one: 'hole', more: 'deeper', less: 'shallower' },
];
/** A pair of looks: which of two things is meant. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['red', 'blue'],
  ['green', 'yellow'],
  ['white', 'black'],
  ['old', 'new'],
  ['round', 'square'],
];
const UNITS = ['steps', 'spoons', 'hands', 'bricks', 'cups'];

/** Two different numbers below the limit, the larger one first. */
function drawTwo(random: Random, limit: number): [larger: number, smaller: number] {
  const smaller = 1 + random.int(limit - 1);
  return [smaller + 1 + random.int(limit - smaller), smaller];
}

const TWO_THINGS: Lesson = {
  draw(random) {
    const { one, more, less } = random.pick(MEASURED);
    const [big, small] = random.shuffle(random.pick(PAIRS));
    const [larger, smaller] = drawTwo(random, 20);
    return {
      ...person(random),
      one,
      more,
      less,
      big: big ?? '',
      small: small ?? '',
      unit: random.pick(UNITS),
      larger,
      smaller,
      gap: larger - smaller,
    };
  },
  parts: [
    [
      '{hero} found {a big} {one} and {a small} {one}.',
      '{hero} drew {a big} {one} and {a small} {one}.',
      'there was {a big} {one} next to {a small} {one}. {hero} looked at both.',
    ],
    [
      '"which one is {more}?" asked {friend}.',
      '{hero} wanted to know which one was {more}.',
      '{hero} and {friend} compared them.',
    ],
    [
      'the {big} {one} measured {larger}, and the {small} {one} only {smaller}.',
      '{he} needed {larger} {unit} to measure the {big} {one}, and {smaller} for the other.',
      'one measured {smaller} {unit}, but the {big} {one} measured {larger}.',
    ],
    [
      'so the {big} {one} was {more} than the {small} {one}.',
      'so the {small} {one} was {less} than the {big} {one}.',
      'the {big} one was {more}, because {larger} is greater than {smaller}.',
      'the {small} one was {less}, because {smaller} is less than {larger}.',
    ],
    [
      'the difference was {gap}.',
      '"a {less} {one} can be useful too," said {friend}.',
      '"let us measure something else," said {hero}.',
      'then {friend} wrote both numbers down, the larger of the two first.',
    ],
  ],
};

const MORE_AND_FEWER: Lesson = {
  draw(random) {
    const { many } = random.pick(COUNTED);
    const [larger, smaller] = drawTwo(random, 20);
    return { ...person(random), many, larger, smaller, gap: larger - smaller, total: larger + smaller };
  },
  parts: [
    [
      '{hero} had {larger} {many}, and {friend} had {smaller}.',
      '{friend} counted {smaller} {many}, and {hero} counted {larger}.',
      'there were {smaller} {many} for {friend} and {larger} {many} for {hero}.',
    ],
    [
      '{hero} had more {many} than {friend}.',
      '{friend} had fewer {many} than {hero}.',
      '{hero} had {gap} more than {friend}, because {larger} minus {smaller} is {gap}.',
      '{smaller} is fewer than {larger}, so {friend} had fewer.',
    ],
    [
      '"that is not the same," said {friend}.',
      '"the larger of {smaller} and {larger} is {larger}," said {hero}.',
      '"the smaller of {larger} and {smaller} is {smaller}," said {friend}.',
      'if both had the same number, neither would have more.',
    ],
    [
      '{he} put all the {many} together, and there were {total}.',
      '{hero} gave {friend} some {many}, so that it was fair.',
      'they shared all {total} {many}.',
      '{friend} found more {many} the next day.',
    ],
  ],
};

const THREE_AT_ONCE: Lesson = {
  draw(random) {
    const [high, low] = drawTwo(random, 9);
    const numbers = [low, low + high, low + high + 1 + random.int(8)];
    const [small, middle, large] = numbers;
    return {
      ...person(random),
      many: random.pick(COUNTED).many,
      list: enumerate(random.shuffle(numbers)),
      rising: enumerate(numbers),
      falling: enumerate([...numbers].reverse()),
      small: small ?? 0,
      middle: middle ?? 0,
      large: large ?? 0,
    };
  },
  parts: [
    [
      '{hero} had three bags with {list} {many}.',
      'three bags stood on the table, with {list} {many} in them.',
      '{hero} filled three bags: {list} {many}.',
    ],
    [
      'the first question was which bag had the most {many}.',
      '"which bag has the fewest {many}?" asked {friend}.',
      '{friend} lifted them all and compared their weight.',
    ],
    [
      'the heaviest bag had {large} {many} and the lightest had {small}.',
      '{large} is the largest of the three numbers, and {small} is the smallest.',
      'from the fewest to the most, the numbers are {rising}.',
      'from the most to the fewest, the numbers are {falling}.',
    ],
    [
      '{middle} is between {small} and {large}.',
      '{middle} is more than {small}, but fewer than {large}.',
      'none of the bags had as many as {large}, but for the heaviest.',
    ],
    [
      '{he} put the bags in order.',
      '"now it is easy to see," said {hero}.',
      'then {friend} chose the middle one.',
    ],
  ],
};

export const COMPARISONS: readonly Lesson[] = [TWO_THINGS, MORE_AND_FEWER, THREE_AT_ONCE];

/** Texts that slots bring besides numbers, for the lexicon. */
export const COMPARISON_TEXTS: readonly string[] = [
  ...MEASURED.flatMap(({ one, more, less }) => [one, more, less]),
  ...PAIRS.flat(),
  ...UNITS,
];
