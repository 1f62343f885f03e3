/** Prompts worth trying: the presets of the Prompt stage and of shared links. */

export interface ExamplePrompt {
  readonly id: string;
  readonly prompt: string;
  /** The task whose tests judge the answer; none when there is no right answer. */
  readonly taskId?: string;
  /** The function's name in the prompt, for the calls of the tests. */
  readonly functionName?: string;
}

export const EXAMPLE_PROMPTS: readonly ExamplePrompt[] = [
  {
    id: 'factorial',
    prompt: '# return the factorial of n\ndef factorial(n):',
    taskId: 'plain/factorial',
    functionName: 'factorial',
  },
  {
    id: 'factorial-other-words',
    prompt: '# multiply all the numbers from 1 to n\ndef factorial(n):',
    taskId: 'plain/factorial',
    functionName: 'factorial',
  },
  {
    id: 'factorial-name-only',
    prompt: 'def factorial(n):',
    taskId: 'plain/factorial',
    functionName: 'factorial',
  },
  {
    id: 'is-even',
    prompt: '# check if n is even\ndef is_even(n):',
    taskId: 'plain/is_even',
    functionName: 'is_even',
  },
  {
    id: 'add',
    prompt: '# return the sum of a and b\ndef add(a, b):',
    taskId: 'plain/add',
    functionName: 'add',
  },
  {
    id: 'sum-of-even-numbers',
    prompt: '# return the sum of the even numbers in numbers\ndef sum_even(numbers):',
    taskId: 'pipe/sum/id/even',
    functionName: 'sum_even',
  },
  {
    id: 'fizzbuzz',
    prompt: '# return the fizzbuzz word for n\ndef fizzbuzz(n):',
    taskId: 'plain/fizzbuzz',
    functionName: 'fizzbuzz',
  },
  {
    id: 'reverse-string',
    prompt: '# reverse the string s\ndef reverse_string(s):',
    taskId: 'plain/reverse_string',
    functionName: 'reverse_string',
  },
  {
    id: 'average-of-even-numbers',
    prompt: '# return the average of the even numbers in xs\ndef average_of_even(xs):',
    taskId: 'far/average_of_even',
    functionName: 'average_of_even',
  },
  { id: 'vague', prompt: '# write a function\ndef f(n):' },
  { id: 'story', prompt: 'Once upon a time' },
  { id: 'mia', prompt: 'One day, Mia went' },
];
