/** Texts this stage shows before the reader types anything. All written for it. */

/** In the text box at first: one line of a story, then a function. */
export const EXAMPLE_TEXT = `Once upon a time, a girl named Nora found a small key.

def double(n):
    return n * 2`;

/** The line whose tokens the reader predicts. */
export const PREDICTED_LINE = 'def factorial(n):';

/** The id the guess about it is kept under. */
export const LINE_QUESTION = 'tokenize.line-tokens';

/** Two samples of exactly the same number of bytes; a test holds them to it. */
export const PROSE_SAMPLE =
  'Once upon a time, there was a girl named Ruby. She saw a small dog near the old stone bridge. The dog was lost.';
/** Stands in the code sample, to show how digits are read. */
export const SAMPLE_NUMBER = '100';
export const CODE_SAMPLE = `def count_large(xs):
    total = 0
    for x in xs:
        if x > ${SAMPLE_NUMBER}:
            total += 1
    return total`;

/** @source tiktoken, the public tokenizer library of GPT-2 and GPT-4: encodings "gpt2" and "cl100k_base" */
export const PUBLISHED_VOCABULARIES = { gpt2: 50_257, gpt4: 100_277 } as const;
