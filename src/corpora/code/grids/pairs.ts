/** The grid "pair": {sum, difference, product, larger, smaller} of two numbers, then {plus, minus, times} k. */
import { defineTask, type Task } from '../task';
import { STEPS, type Step } from './steps';

interface Joint {
  readonly id: string;
  readonly noun: string;
  readonly python: string;
  /** The Python that can be multiplied; without it, `times` is no cell of this row. */
  readonly factor?: string;
  readonly apply: (left: number, right: number) => number;
}

const JOINTS: readonly Joint[] = [
  {
    id: 'sum',
    noun: 'the sum of $a and $b',
    python: '$a + $b',
    factor: '($a + $b)',
    apply: (left, right) => left + right,
  },
  {
    id: 'difference',
    noun: 'the difference of $a and $b',
    python: '$a - $b',
    factor: '($a - $b)',
    apply: (left, right) => left - right,
  },
  {
    id: 'product',
    noun: 'the product of $a and $b',
    python: '$a * $b',
    factor: '$a * $b',
    apply: (left, right) => left * right,
  },
  { id: 'larger', noun: 'the larger of $a and $b', python: 'max($a, $b)', apply: Math.max },
  { id: 'smaller', noun: 'the smaller of $a and $b', python: 'min($a, $b)', apply: Math.min },
];

/** Nothing is doubled here, and nothing larger multiplied: that is asked as a far task. */
const AMOUNTS: Record<string, readonly number[]> = {
  plus: [2, 3, 4, 5],
  minus: [2, 3, 4, 5],
  times: [3, 4, 5],
};

const PAIRS = [
  [1, 2],
  [0, 0],
  [7, 3],
  [-4, 6],
  [5, -9],
  [-2, -8],
  [10, 10],
  [0, 5],
  [-3, 0],
  [20, 31],
] as const;

function examplesOf(joint: Joint, step: Step, amount: number): string {
  return PAIRS.map(([left, right]) => {
    // Adding 0 turns JavaScript's -0 into the 0 that Python answers.
    const result = step.apply(joint.apply(left, right), amount) + 0;
    return `${left}, ${right} -> ${result}`;
  }).join('; ');
}

function bodiesOf(joint: Joint, step: Step, amount: number): string[][] {
  const whole = step.id === 'times' ? joint.factor : joint.python;
  return [
    [`return ${whole} ${step.python} ${amount}`],
    [`$result = ${joint.python}`, `return $result ${step.python} ${amount}`],
  ];
}

export const PAIR_TASKS: readonly Task[] = JOINTS.flatMap((joint) =>
  STEPS.filter((step) => step.id !== 'times' || joint.factor !== undefined).flatMap((step) =>
    (AMOUNTS[step.id] ?? []).map((amount) =>
      defineTask({
        id: `${joint.id}/${step.id}/${amount}`,
        group: 'pair',
        components: [joint.id, step.id, String(amount)],
        args: ['number', 'number'],
        names: step.names(joint.id, amount),
        comments: step.comments(joint.noun, amount),
        bodies: bodiesOf(joint, step, amount),
        examples: examplesOf(joint, step, amount),
      }),
    ),
  ),
);
