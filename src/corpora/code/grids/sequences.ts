/** The grid "sequence": {square, double, triple} and then {add, subtract} a number from 1 to 9. */
import { compute } from '../phrases';
import { defineTask, type Task } from '../task';

interface First {
  readonly verb: string;
  readonly noun: string;
  readonly python: string;
  readonly apply: (value: number) => number;
}

const FIRSTS: readonly First[] = [
  { verb: 'square', noun: 'the square of $a', python: '$a * $a', apply: (value) => value * value },
  { verb: 'double', noun: 'the double of $a', python: '$a * 2', apply: (value) => value * 2 },
  { verb: 'triple', noun: 'the triple of $a', python: '$a * 3', apply: (value) => value * 3 },
];

const SECONDS = [
  { verb: 'add', joined: 'plus', python: '+', sign: 1 },
  { verb: 'subtract', joined: 'minus', python: '-', sign: -1 },
] as const;

const AMOUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const VALUES = [0, 1, 2, 5, -3, 10, -1, 30];

export const SEQUENCE_TASKS: readonly Task[] = FIRSTS.flatMap((first) =>
  SECONDS.flatMap((second) =>
    AMOUNTS.map((amount) =>
      defineTask({
        id: `${first.verb}/${second.verb}/${amount}`,
        group: 'sequence',
        components: [first.verb, second.verb, String(amount)],
        args: ['number'],
        names: [
          `${first.verb}_and_${second.verb}_${amount}`,
          `${first.verb}_then_${second.verb}_${amount}`,
          `${first.verb}_${second.joined}_${amount}`,
        ],
        comments: [
          `${first.verb} $a and then ${second.verb} ${amount}`,
          `${first.verb} $a, then ${second.verb} ${amount}`,
          `first ${first.verb} $a and then ${second.verb} ${amount}`,
          `${second.verb} ${amount} ${second.sign > 0 ? 'to' : 'from'} ${first.noun}`,
          ...compute(`${first.noun} ${second.joined} ${amount}`),
        ],
        bodies: [
          [`return ${first.python} ${second.python} ${amount}`],
          [`$result = ${first.python}`, `return $result ${second.python} ${amount}`],
        ],
        examples: VALUES.map((value) => `${value} -> ${first.apply(value) + second.sign * amount}`).join(
          '; ',
        ),
      }),
    ),
  ),
);
