import { createRandom } from '../../../../src/engine/random';

/** English-like text from a seed: frequent words are frequent, sentences end, paragraphs break. */
export function englishLike(seed: number, sentences: number): string {
  const random = createRandom(seed);
  const words =
    'the a little girl boy garden stone river found walked to in and over old bright counted seven'.split(
      ' ',
    );
  const sentence = (): string => {
    const length = 4 + random.int(6);
    const chosen = Array.from(
      { length },
      () => words[Math.floor(random.next() ** 2 * words.length)] ?? 'the',
    );
    return `${chosen.join(' ')}.${random.int(4) === 0 ? '\n' : ' '}`;
  };
  return Array.from({ length: sentences }, sentence).join('');
}

/** A few lines of Python, with two depths of indentation. */
export const PYTHON = `def is_even(n):
    return n % 2 == 0

def total_of_evens(numbers):
    total = 0
    for number in numbers:
        if is_even(number):
            total += number
    return total
`;
