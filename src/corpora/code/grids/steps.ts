/** The second half of "the larger of a and b plus 3": what happens to a value that the first half works out. */
import { compute } from '../phrases';

export interface Step {
  readonly id: string;
  readonly python: string;
  readonly apply: (value: number, by: number) => number;
  /** Requests to do this to what `noun` names. */
  readonly comments: (noun: string, by: number) => string[];
  /** Function names, for a short word that stands for the noun. */
  readonly names: (word: string, by: number) => [string, ...string[]];
}

export const STEPS: readonly Step[] = [
  {
    id: 'plus',
    python: '+',
    apply: (value, by) => value + by,
    comments: (noun, by) => [
      ...compute(`${noun} plus ${by}`),
      `add ${by} to ${noun}`,
      `take ${noun} and add ${by}`,
    ],
    names: (word, by) => [`${word}_plus_${by}`, `add_${by}_to_${word}`],
  },
  {
    id: 'minus',
    python: '-',
    apply: (value, by) => value - by,
    comments: (noun, by) => [
      ...compute(`${noun} minus ${by}`),
      `subtract ${by} from ${noun}`,
      `take ${noun} and subtract ${by}`,
    ],
    names: (word, by) => [`${word}_minus_${by}`, `subtract_${by}_from_${word}`],
  },
  {
    id: 'times',
    python: '*',
    apply: (value, by) => value * by,
    comments: (noun, by) => [
      ...compute(`${by} times ${noun}`),
      `multiply ${noun} by ${by}`,
      `take ${noun} and multiply it by ${by}`,
    ],
    names: (word, by) => [`${word}_times_${by}`, `multiply_${word}_by_${by}`],
  },
];
