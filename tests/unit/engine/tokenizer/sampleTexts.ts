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

/** Text of at least `length` characters in which 20,000 different invented words occur, some of them often. */
export function manyWords(seed: number, length: number): string {
  const random = createRandom(seed);
  const letter = (): string => 'etaoinshrdlucmfwypvbgkjqxz'.charAt(Math.floor(random.next() ** 2 * 26));
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + random.int(8) }, letter).join(''),
  );
  const chosen: string[] = [];
  for (let written = 0; written < length; written += (chosen.at(-1)?.length ?? 0) + 1) {
    chosen.push(words[Math.floor(random.next() ** 3 * words.length)] ?? '');
  }
  return chosen.join(' ');
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
